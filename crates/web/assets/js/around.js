// What stands around the page: the bar of the call, the bell, what the rail says, the calls that ring.
import { untilNext } from "./pace.js";
import { piece } from "./piece.js";

const PARTS = ["call-bar", "wrap-up", "bell", "waits-inbox", "waits-phone-missed", "rail-people", "rail-me", "ring"];

const address = () => "/around?here=" + encodeURIComponent(location.pathname + location.search);

export const renewAround = piece(address, PARTS, (took) => untilNext(1000, took));
