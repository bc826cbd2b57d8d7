window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1600000000000000001"
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
            "name" : "Nora Lind",
            "screen_name" : "nora_example",
            "indices" : [
              "0",
              "1"
            ],
            "id_str" : "9000000000000000002",
            "id" : "9000000000000000002"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "49"
      ],
      "favorite_count" : "2",
      "id_str" : "1600000000000000001",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1600000000000000001",
      "created_at" : "Mon Jan 08 09:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "@nora_example yes, the “left” bank \\ & the bridge",
      "lang" : "en",
      "in_reply_to_status_id_str" : "1700000000000000001",
      "in_reply_to_status_id" : "1700000000000000001",
      "in_reply_to_user_id" : "9000000000000000002",
      "in_reply_to_user_id_str" : "9000000000000000002",
      "in_reply_to_screen_name" : "nora_example"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1600000000000000002"
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
            "name" : "Kiln & Co",
            "screen_name" : "kiln_example",
            "indices" : [
              "0",
              "1"
            ],
            "id_str" : "9000000000000000003",
            "id" : "9000000000000000003"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "32"
      ],
      "favorite_count" : "2",
      "id_str" : "1600000000000000002",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1600000000000000002",
      "created_at" : "Tue Jan 09 09:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "RT @kiln_example: firing tonight",
      "lang" : "en",
      "extended_entities" : {
        "media" : [
          {
            "id_str" : "1",
            "source_status_id_str" : "1700000000000000002",
            "source_user_id_str" : "9000000000000000003"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1600000000000000003"
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
            "name" : "Tide Tables",
            "screen_name" : "tides_example",
            "indices" : [
              "0",
              "1"
            ],
            "id_str" : "9000000000000000004",
            "id" : "9000000000000000004"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "37"
      ],
      "favorite_count" : "2",
      "id_str" : "1600000000000000003",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1600000000000000003",
      "created_at" : "Wed Jan 10 09:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "RT @tides_example: spring tide at six",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1600000000000000004"
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
        "user_mentions" : [],
        "urls" : [
          {
            "url" : "https://t.example/x",
            "expanded_url" : "https://twitter.com/Nora_Example/status/1700000000000000003",
            "display_url" : "x",
            "indices" : [
              "1",
              "2"
            ]
          },
          {
            "url" : "https://t.example/x",
            "expanded_url" : "https://pond.example/notes",
            "display_url" : "x",
            "indices" : [
              "1",
              "2"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "33"
      ],
      "favorite_count" : "2",
      "id_str" : "1600000000000000004",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1600000000000000004",
      "created_at" : "Thu Jan 11 09:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "This, by Nora https://t.example/x",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1600000000000000005"
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
            "name" : "Nora Lind",
            "screen_name" : "nora_example",
            "indices" : [
              "0",
              "1"
            ],
            "id_str" : "9000000000000000002",
            "id" : "9000000000000000002"
          },
          {
            "name" : "A stranger",
            "screen_name" : "stranger_example",
            "indices" : [
              "0",
              "1"
            ],
            "id_str" : "9000000000000000006",
            "id" : "9000000000000000006"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "80"
      ],
      "favorite_count" : "2",
      "id_str" : "1600000000000000005",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1600000000000000005",
      "created_at" : "Fri Jan 12 09:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "Walked along the quay with @nora_example and @stranger_example {not [a] bracket}",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1600000000000000006"
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
        "user_mentions" : [],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "20"
      ],
      "favorite_count" : "2",
      "id_str" : "1600000000000000006",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1600000000000000006",
      "created_at" : "Sat Jan 13 09:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "and a second thought",
      "lang" : "en",
      "in_reply_to_status_id_str" : "1600000000000000005",
      "in_reply_to_status_id" : "1600000000000000005",
      "in_reply_to_user_id" : "9000000000000000001",
      "in_reply_to_user_id_str" : "9000000000000000001",
      "in_reply_to_screen_name" : "mira_example"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1600000000000000007"
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
        "user_mentions" : [],
        "urls" : [
          {
            "url" : "https://t.example/x",
            "expanded_url" : "https://x.com/nobody_example/status/1700000000000000004",
            "display_url" : "x",
            "indices" : [
              "1",
              "2"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "35"
      ],
      "favorite_count" : "2",
      "id_str" : "1600000000000000007",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1600000000000000007",
      "created_at" : "Sun Jan 14 09:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "Who wrote this? https://t.example/x",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1600000000000000008"
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
            "name" : "Tide Tables",
            "screen_name" : "tides_example",
            "indices" : [
              "0",
              "1"
            ],
            "id_str" : "9000000000000000004",
            "id" : "9000000000000000004"
          }
        ],
        "urls" : []
      },
      "display_text_range" : [
        "0",
        "34"
      ],
      "favorite_count" : "2",
      "id_str" : "1600000000000000008",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1600000000000000008",
      "created_at" : "Mon Jan 01 00:00:00 +0000 1997",
      "favorited" : false,
      "full_text" : "from before there was such a thing",
      "lang" : "en"
    }
  }
]
