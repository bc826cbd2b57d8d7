window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "mira@pond.example",
      "createdVia" : "web",
      "username" : "mira_example",
      "accountId" : "9000000000000000001",
      "createdAt" : "2012-03-01T10:00:00.000Z",
      "accountDisplayName" : "Mira Holm"
    }
  }
]
