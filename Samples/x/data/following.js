window.YTD.following.part0 = [
  {
    "following" : {
      "accountId" : "9000000000000000002",
      "userLink" : "https://twitter.com/intent/user?user_id=9000000000000000002"
    }
  },
  {
    "following" : {
      "accountId" : "9000000000000000003",
      "userLink" : "https://twitter.com/intent/user?user_id=9000000000000000003"
    }
  },
  {
    "following" : {
      "accountId" : "9000000000000000004",
      "userLink" : "https://twitter.com/intent/user?user_id=9000000000000000004"
    }
  },
  {
    "following" : {
      "accountId" : "9000000000000000005",
      "userLink" : "https://twitter.com/intent/user?user_id=9000000000000000005"
    }
  },
  {
    "following" : {
      "accountId" : "9000000000000000007",
      "userLink" : "https://twitter.com/intent/user?user_id=9000000000000000007"
    }
  }
]
