/** How much comes over the line before Python's first answer, the worker's own script apart. */

import { parts } from "@built/runtime";

export const BASE_BYTES = Object.values(parts).reduce((sum, { bytes }) => sum + bytes, 0);
