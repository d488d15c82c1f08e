/** An image of Python's memory: the pages that hold anything, where they stand, and a sum over it all. */

const PAGE = 4_096;
/** Words before the places: the sum, how long the memory is, how many stretches follow. */
const HEAD = 3;
/** FNV's prime: a changed bit anywhere changes the sum. */
const PRIME = 16_777_619;

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * @param {Bytes} memory a whole number of pages
 * @returns {Bytes}
 */
export function imageOf(memory) {
  const stretches = stretchesOf(new BigUint64Array(memory.buffer, memory.byteOffset, memory.byteLength / 8));
  const head = new Uint32Array([0, memory.byteLength, stretches.length, ...stretches.flat()]);
  const image = new Uint8Array(head.byteLength + stretches.reduce((sum, [, length]) => sum + length, 0));
  image.set(new Uint8Array(head.buffer));
  let to = head.byteLength;
  for (const [from, length] of stretches) {
    image.set(memory.subarray(from, from + length), to);
    to += length;
  }
  new Uint32Array(image.buffer)[0] = sumOf(image);
  return image;
}

/**
 * How long a memory is of which this is an image.
 *
 * @param {Bytes} image
 * @throws {Error} it is no image, or not all of it as it was made
 */
export function lengthIn(image) {
  const isWhole = image.byteLength % 4 === 0 && image.byteLength >= HEAD * 4;
  const [sum, length = 0] = isWhole ? new Uint32Array(image.buffer) : [];
  if (!isWhole || sum !== sumOf(image)) throw new Error("no whole image of a memory");
  return length;
}

/**
 * Put back what an image holds; all else becomes zero.
 *
 * @param {Bytes} image a whole one
 * @param {Bytes} memory as long as the one it was made of
 */
export function putBack(image, memory) {
  const [, , count = 0] = new Uint32Array(image.buffer, 0, HEAD);
  const places = new Uint32Array(image.buffer, HEAD * 4, count * 2);
  let from = (HEAD + count * 2) * 4;
  let done = 0;
  for (let index = 0; index < places.length; index += 2) {
    const [start = 0, length = 0] = places.subarray(index, index + 2);
    memory.fill(0, done, start);
    memory.set(image.subarray(from, from + length), start);
    from += length;
    done = start + length;
  }
  memory.fill(0, done);
}

/** @param {Bytes} image */
function sumOf(image) {
  const words = new Uint32Array(image.buffer);
  let sum = 0;
  for (let index = 1; index < words.length; index++) sum = Math.imul(sum ^ (words[index] ?? 0), PRIME);
  return sum >>> 0;
}

/**
 * @param {BigUint64Array} words
 * @returns {[from: number, length: number][]} in bytes
 */
function stretchesOf(words) {
  const step = PAGE / 8;
  /** @type {[number, number][]} */
  const found = [];
  for (let word = 0; word < words.length; word += step) {
    if (isEmpty(words, word, word + step)) continue;
    const from = word * 8;
    const last = found.at(-1);
    if (last && last[0] + last[1] === from) last[1] += PAGE;
    else found.push([from, PAGE]);
  }
  return found;
}

/**
 * @param {BigUint64Array} words
 * @param {number} from
 * @param {number} to
 */
function isEmpty(words, from, to) {
  for (let word = from; word < to; word++) if (words[word]) return false;
  return true;
}
