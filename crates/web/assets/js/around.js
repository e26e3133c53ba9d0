// What stands around the page: the bar of the call, the bell, what the rail says, the calls that ring.
import { piece } from "./piece.js";

const PARTS = ["call-bar", "wrap-up", "bell", "waits-inbox", "waits-phone-missed", "rail-people", "rail-me", "ring"];

export const renewAround = piece(() => "/around?here=" + encodeURIComponent(location.pathname + location.search), PARTS, 1000);
