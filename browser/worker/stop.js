/** What the unpacking worker is told when nobody waits for it any more. */
export const STOP = "stop";
