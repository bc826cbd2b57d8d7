window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "1500000000000000000",
      "fullText" : "a post",
      "expandedUrl" : "https://twitter.com/i/web/status/9000000000000000000000"
    }
  },
  {
    "like" : {
      "tweetId" : "1500000000000000001",
      "fullText" : "a post",
      "expandedUrl" : "https://twitter.com/i/web/status/9000000000000000000001"
    }
  },
  {
    "like" : {
      "tweetId" : "1500000000000000002",
      "fullText" : "a post",
      "expandedUrl" : "https://twitter.com/i/web/status/9000000000000000000002"
    }
  },
  {
    "like" : {
      "tweetId" : "1500000000000000003",
      "fullText" : "a post",
      "expandedUrl" : "https://twitter.com/i/web/status/9000000000000000000003"
    }
  }
]
