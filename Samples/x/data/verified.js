window.YTD.verified.part0 = [
  {
    "verified" : {
      "accountId" : "9000000000000000001",
      "verified" : false
    }
  }
]
