// The console's and the observer's words.
import { words } from "../../common/words.js";
import { en } from "./en.js";
import { fr } from "./fr.js";

words({ fr, en });
