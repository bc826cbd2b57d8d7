window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "1-2",
      "messages" : [
        {
          "messageCreate" : {
            "text" : "SECRET WORDS",
            "senderId" : "9000000000000000003",
            "createdAt" : "2024-01-01T00:00:00.000Z"
          }
        }
      ]
    }
  }
]
