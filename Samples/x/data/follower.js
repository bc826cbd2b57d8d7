window.YTD.follower.part0 = [
  {
    "follower" : {
      "accountId" : "9000000000000000002",
      "userLink" : "https://twitter.com/intent/user?user_id=9000000000000000002"
    }
  },
  {
    "follower" : {
      "accountId" : "9000000000000000006",
      "userLink" : "https://twitter.com/intent/user?user_id=9000000000000000006"
    }
  },
  {
    "follower" : {
      "accountId" : "9000000000000000008",
      "userLink" : "https://twitter.com/intent/user?user_id=9000000000000000008"
    }
  }
]
