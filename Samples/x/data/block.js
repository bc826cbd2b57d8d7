window.YTD.block.part0 = [
  {
    "blocking" : {
      "accountId" : "9000000000000000009",
      "userLink" : "https://twitter.com/intent/user?user_id=9000000000000000009"
    }
  }
]
