window.YTD.mute.part0 = [
  {
    "muting" : {
      "accountId" : "9000000000000000005",
      "userLink" : "https://twitter.com/intent/user?user_id=9000000000000000005"
    }
  }
]
