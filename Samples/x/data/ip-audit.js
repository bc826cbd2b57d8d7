window.YTD.ip_audit.part0 = [
  {
    "ipAudit" : {
      "accountId" : "9000000000000000001",
      "createdAt" : "2024-01-01T00:00:00.000Z",
      "loginIp" : "SECRET ADDRESS"
    }
  }
]
