// What every page runs. Each file stands alone; without any of them the pages still read, post and navigate.
import { watch } from "./live.js";
import { tick } from "./ticking.js";
import { countAgain } from "./told.js";
import "./copy-button.js";
import "./sound-player.js";
import "./ask-browser.js";
import "./ask-first.js";
import "./auto-submit.js";
import "./composer.js";
import "./in-place.js";
import "./fold-out.js";
import "./keys.js";
import "./picking.js";
import "./list-keys.js";
import "./panes.js";
import "./key-places.js";
import "./looking.js";
import "./macro-preview.js";
import "./names.js";
import "./suggest-clients.js";
import "./toast.js";
import "./phone-copy.js";
import "./search-palette.js";

document.documentElement.dataset.script = "";
tick();
countAgain();
watch();
