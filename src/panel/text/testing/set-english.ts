import english from "../../../../public/_locales/en/messages.json";
import { messagesFrom } from "../fill-message.ts";
import { setMessages } from "../text.ts";

// Tests read the panel's English words, as its users do. vitest.config.ts runs this before each test file.
setMessages(messagesFrom(english));
