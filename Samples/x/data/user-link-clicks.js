window.YTD.user_link_clicks.part0 = [
  {
    "userInteractionsData" : {
      "linkClick" : {
        "tweetId" : "1700000000000000001",
        "finalUrl" : "https://bridge.example/left-bank",
        "timeStampOfInteraction" : "2024-01-20T10:00:00.000Z"
      }
    }
  },
  {
    "userInteractionsData" : {
      "linkClick" : {
        "tweetId" : "1700000000000000077",
        "finalUrl" : "https://elsewhere.example/",
        "timeStampOfInteraction" : "2024-01-21T10:00:00.000Z"
      }
    }
  }
]
