// The replay's words, added to those of all pages.

import { words } from "/static/common/words.js";
import { en } from "./words_en.js";
import { fr } from "./words_fr.js";

words({ fr, en });
