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
    "tells": true,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": true,
    "claims": false
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
  "choice": {
    "name": "choice",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": false,
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": true,
    "claims": false
  },
  "detail": {
    "name": "detail",
    "circles": {
      "seat": {
        "who": "self",
        "roles": [
          "guardian",
          "informed"
        ]
      }
    },
    "editors": [],
    "letter": true,
    "tells": false,
    "claims": false
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
        "roles": []
      }
    },
    "editors": [],
    "letter": false,
    "tells": false,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": true,
    "claims": false
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
      }
    },
    "editors": [
      "office"
    ],
    "letter": false,
    "tells": true,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": false,
    "claims": false
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
      "school": {
        "who": "writer",
        "roles": [
          "office",
          "teacher",
          "lunch"
        ]
      }
    },
    "editors": [
      "office"
    ],
    "letter": false,
    "tells": false,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
  },
  "settings": {
    "name": "settings",
    "circles": {
      "seat": {
        "who": "self",
        "roles": []
      }
    },
    "editors": [],
    "letter": false,
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": true,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
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
    "tells": false,
    "claims": false
  }
};
