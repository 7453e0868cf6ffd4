/** Written by `python -m sync.modules.export`; change `sync/modules/` instead. */
/** @type {Record<string, import("../policy.js").Kind>} */
export const KINDS = {
  "absence": {
    "name": "absence",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "guardian",
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": true
  },
  "again": {
    "name": "again",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "agreement": {
    "name": "agreement",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "alarm": {
    "name": "alarm",
    "circles": {
      "school": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "group": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "child": {
        "who": "writer",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [],
    "letter": false,
    "tells": true
  },
  "album": {
    "name": "album",
    "circles": {
      "group": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "school": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": true
  },
  "alert": {
    "name": "alert",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": true,
    "tells": true,
    "wakes": true
  },
  "answer": {
    "name": "answer",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false,
    "claims": true
  },
  "appointment": {
    "name": "appointment",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "binder": {
    "name": "binder",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office",
          "lunch"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "book": {
    "name": "book",
    "circles": {
      "school": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "group": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "child": {
        "who": "writer",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "booking": {
    "name": "booking",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false,
    "claims": true
  },
  "brought": {
    "name": "brought",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": true
  },
  "change": {
    "name": "change",
    "circles": {
      "calendar": {
        "who": "writer",
        "roles": [
          "teacher",
          "office",
          "board"
        ]
      }
    },
    "editors": [],
    "letter": false,
    "tells": true
  },
  "choice": {
    "name": "choice",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "informed",
          "contact"
        ]
      }
    },
    "editors": [],
    "letter": false,
    "tells": false
  },
  "classmate": {
    "name": "classmate",
    "circles": {
      "group": {
        "who": "writer",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "classparent": {
    "name": "classparent",
    "circles": {
      "group": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "collector": {
    "name": "collector",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "complaint": {
    "name": "complaint",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "consent": {
    "name": "consent",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "contacts": {
    "name": "contacts",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": false,
    "tells": false
  },
  "day": {
    "name": "day",
    "circles": {
      "register": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "decision": {
    "name": "decision",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [
      "office"
    ],
    "letter": false,
    "tells": true
  },
  "departed": {
    "name": "departed",
    "circles": {
      "desk": {
        "who": "writer",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "departure": {
    "name": "departure",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "detail": {
    "name": "detail",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "informed",
          "contact"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "diary": {
    "name": "diary",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "informed",
          "contact"
        ]
      }
    },
    "editors": [],
    "letter": false,
    "tells": false
  },
  "diet": {
    "name": "diet",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "document": {
    "name": "document",
    "circles": {
      "school": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "group": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "child": {
        "who": "writer",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": true
  },
  "dossier": {
    "name": "dossier",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "draft": {
    "name": "draft",
    "circles": {
      "desk": {
        "who": "writer",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "dutylist": {
    "name": "dutylist",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "lunch",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "erase": {
    "name": "erase",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "event": {
    "name": "event",
    "circles": {
      "calendar": {
        "who": "writer",
        "roles": [
          "teacher",
          "office",
          "board"
        ]
      },
      "household": {
        "who": "writer",
        "roles": [
          "guardian"
        ]
      },
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [
      "guardian",
      "teacher",
      "office",
      "board"
    ],
    "letter": false,
    "tells": false
  },
  "farewell": {
    "name": "farewell",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "feed": {
    "name": "feed",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": false,
    "tells": false
  },
  "fetched": {
    "name": "fetched",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "form": {
    "name": "form",
    "circles": {
      "school": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "group": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": true
  },
  "handed": {
    "name": "handed",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": false,
    "tells": false
  },
  "handin": {
    "name": "handin",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "handling": {
    "name": "handling",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "hours": {
    "name": "hours",
    "circles": {
      "school": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": false,
    "tells": false
  },
  "invitee": {
    "name": "invitee",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": false,
    "tells": false
  },
  "late": {
    "name": "late",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "leave": {
    "name": "leave",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [
      "guardian"
    ],
    "letter": false,
    "tells": true
  },
  "lift": {
    "name": "lift",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "lunchaccept": {
    "name": "lunchaccept",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "lunchadded": {
    "name": "lunchadded",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "lunch",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "lunchalarm": {
    "name": "lunchalarm",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "lunch",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "lunchcard": {
    "name": "lunchcard",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "lunch",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "lunchcharge": {
    "name": "lunchcharge",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "lunch",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "lunchday": {
    "name": "lunchday",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "teacher",
          "lunch",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "lunchduty": {
    "name": "lunchduty",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "lunch",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "luncher": {
    "name": "luncher",
    "circles": {
      "lunch": {
        "who": "writer",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "lunchhelp": {
    "name": "lunchhelp",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "lunchlist": {
    "name": "lunchlist",
    "circles": {
      "lunch": {
        "who": "writer",
        "roles": [
          "lunch",
          "office"
        ]
      }
    },
    "editors": [
      "lunch",
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "lunchplan": {
    "name": "lunchplan",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "lunchrefund": {
    "name": "lunchrefund",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "lunchrules": {
    "name": "lunchrules",
    "circles": {
      "school": {
        "who": "writer",
        "roles": [
          "lunch",
          "office"
        ]
      }
    },
    "editors": [
      "lunch",
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "lunchtick": {
    "name": "lunchtick",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "mark": {
    "name": "mark",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "member": {
    "name": "member",
    "circles": {
      "household": {
        "who": "writer",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [
      "guardian"
    ],
    "letter": false,
    "tells": false
  },
  "message": {
    "name": "message",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "news": {
    "name": "news",
    "circles": {
      "school": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "group": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "board": {
        "who": "writer",
        "roles": [
          "board",
          "office"
        ]
      }
    },
    "editors": [
      "office",
      "board"
    ],
    "letter": false,
    "tells": true
  },
  "noshow": {
    "name": "noshow",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": true
  },
  "noted": {
    "name": "noted",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": false,
    "tells": false
  },
  "nudge": {
    "name": "nudge",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "opened": {
    "name": "opened",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "outcome": {
    "name": "outcome",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "overdue": {
    "name": "overdue",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "paper": {
    "name": "paper",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office",
          "lunch"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "part": {
    "name": "part",
    "circles": {
      "school": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "group": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "parting": {
    "name": "parting",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "photo": {
    "name": "photo",
    "circles": {
      "group": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "school": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": false,
    "withholds": true
  },
  "pickup": {
    "name": "pickup",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [
      "guardian"
    ],
    "letter": false,
    "tells": true
  },
  "place": {
    "name": "place",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false,
    "claims": true
  },
  "plea": {
    "name": "plea",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "profile": {
    "name": "profile",
    "circles": {
      "group": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "child": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "calendar": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "school": {
        "who": "writer",
        "roles": [
          "office",
          "teacher",
          "lunch"
        ]
      },
      "board": {
        "who": "writer",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "prompt": {
    "name": "prompt",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "pupil": {
    "name": "pupil",
    "circles": {
      "register": {
        "who": "writer",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "receipt": {
    "name": "receipt",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "reconsent": {
    "name": "reconsent",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "release": {
    "name": "release",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "remark": {
    "name": "remark",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "reminder": {
    "name": "reminder",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "request": {
    "name": "request",
    "circles": {
      "school": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "group": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": true
  },
  "ride": {
    "name": "ride",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "roster": {
    "name": "roster",
    "circles": {
      "desk": {
        "who": "writer",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "rsvp": {
    "name": "rsvp",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "informed",
          "teacher",
          "office",
          "lunch"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "seen": {
    "name": "seen",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "settings": {
    "name": "settings",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "admin",
          "office",
          "teacher",
          "guardian",
          "informed",
          "guest",
          "lunch",
          "contact"
        ]
      }
    },
    "editors": [],
    "letter": false,
    "tells": false
  },
  "staffer": {
    "name": "staffer",
    "circles": {
      "desk": {
        "who": "writer",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "taken": {
    "name": "taken",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "talkalert": {
    "name": "talkalert",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": true,
    "tells": true,
    "wakes": true
  },
  "talkfile": {
    "name": "talkfile",
    "circles": {
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": true
  },
  "talkreport": {
    "name": "talkreport",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": true
  },
  "talks": {
    "name": "talks",
    "circles": {
      "group": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": true
  },
  "tally": {
    "name": "tally",
    "circles": {
      "school": {
        "who": "writer",
        "roles": [
          "office"
        ]
      },
      "group": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      },
      "child": {
        "who": "writer",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [
      "teacher",
      "office"
    ],
    "letter": false,
    "tells": false
  },
  "thread": {
    "name": "thread",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "timer": {
    "name": "timer",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": false,
    "tells": false
  },
  "urgentchange": {
    "name": "urgentchange",
    "circles": {
      "calendar": {
        "who": "writer",
        "roles": [
          "office"
        ]
      }
    },
    "editors": [],
    "letter": false,
    "tells": true
  },
  "urn": {
    "name": "urn",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "teacher",
          "office"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  },
  "wish": {
    "name": "wish",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false
  }
};
