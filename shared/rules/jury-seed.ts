/** An order that looks drawn by lot and is the same again for the same seed, on every machine. */

/** FNV-1a of a text, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  // The last letters alone would decide the order otherwise.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  value = Math.imul(value ^ (value >>> 12), 0x297a2d39)
  return (value ^ (value >>> 15)) >>> 0
}

/** @param id names each one, so that the order does not depend on the one they came in */
export function orderFrom<T>(all: readonly T[], id: (one: T) => string, seed: string): readonly T[] {
  const drawn = all.map((one) => ({ one, lot: hash(`${seed}\n${id(one)}`), id: id(one) }))
  return drawn.sort((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1)).map(({ one }) => one)
}
