/** What a new document starts as: the smallest that the schema takes, for the hosts of one API. */
export const STARTING_DOCUMENT = `{
  "schemaVersion": 1,
  "id": "my-api",
  "name": "My API",
  "hosts": [{ "host": "api.example.test", "source": "https://docs.example.test/" }],
  "docs": { "errors": "https://docs.example.test/errors" },
  "support": { "contacts": [], "asksFor": [] },
  "authentication": {
    "headers": [{ "name": "Authorization", "scheme": "Bearer", "source": "https://docs.example.test/" }],
    "keys": []
  },
  "envelopes": [
    {
      "name": "error object",
      "requires": ["/error/code"],
      "code": "/error/code",
      "message": "/error/message",
      "source": "https://docs.example.test/errors"
    }
  ],
  "requestId": { "headers": [] },
  "limits": [],
  "redaction": { "secretFields": [], "secretQuery": [], "secretHeaders": [], "personalFields": [], "dropBodies": [] },
  "idPrefixes": [],
  "statuses": {
    "404": {
      "title": "Nothing is there",
      "meaning": "The path or an id in it names nothing.",
      "causes": [],
      "fixes": [],
      "retry": {
        "advise": "no",
        "reason": "The answer stays the same until something is there.",
        "basis": "documented",
        "source": "https://docs.example.test/errors"
      },
      "docs": "https://docs.example.test/errors",
      "source": ["https://docs.example.test/errors"]
    }
  },
  "codes": {
    "not_found": {
      "title": "There is no such thing",
      "meaning": "The id in the path names nothing.",
      "causes": [{ "text": "The id is mistyped.", "source": "https://docs.example.test/errors" }],
      "fixes": [{ "text": "Compare the id with the list.", "source": "https://docs.example.test/errors" }],
      "retry": {
        "advise": "no",
        "reason": "The answer stays the same until the id exists.",
        "basis": "documented",
        "source": "https://docs.example.test/errors"
      },
      "docs": "https://docs.example.test/errors",
      "source": ["https://docs.example.test/errors"],
      "status": 404
    }
  },
  "conflicts": [],
  "unstated": []
}
`;
