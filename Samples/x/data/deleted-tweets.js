window.YTD.deleted_tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1600000000000000009"
          ],
          "editableUntil" : "2024-01-01T00:00:00.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://pond.example/app\" rel=\"nofollow\">Pond</a>",
      "entities" : {
        "hashtags" : [],
        "symbols" : [],
        "user_mentions" : [
          {
            "name" : "Old Harbour",
            "screen_name" : "harbour_example",
            "indices" : [
              "0",
              "1"
            ],
            "id_str" : "9000000000000000005",
            "id" : "9000000000000000005"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "25"
      ],
      "favorite_count" : "2",
      "id_str" : "1600000000000000009",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1600000000000000009",
      "created_at" : "Mon Jan 15 09:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "@harbour_example no, wait",
      "lang" : "en",
      "in_reply_to_status_id_str" : "1700000000000000009",
      "in_reply_to_status_id" : "1700000000000000009",
      "in_reply_to_user_id" : "9000000000000000005",
      "in_reply_to_user_id_str" : "9000000000000000005",
      "in_reply_to_screen_name" : "harbour_example"
    }
  }
]
