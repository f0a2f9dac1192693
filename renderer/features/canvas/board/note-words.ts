/** What has to be shortened on a card. Pure. */

/** `Meja 4` as `M4`: on a card the name needs the room. Any other place is written as it is. */
export function shortTable(table: string): string {
  const found = /^(m)eja\s+(\d{1,3})$|^(t)able\s+(\d{1,3})$/iu.exec(table.trim())
  return found === null ? table : `${(found[1] ?? found[3] ?? '').toUpperCase()}${found[2] ?? found[4] ?? ''}`
}

/** `Rina Oktavia` as `Rina O.` where more letters than `room` would be cut off anyway. */
export function shortName(name: string, room: number): string {
  const [first = '', second = ''] = name.trim().split(/\s+/u)
  return name.length <= room || second === '' ? name : `${first} ${second.charAt(0).toUpperCase()}.`
}

/** Fewer letters fit the larger they are; on a card of 138 pixels these are the limits of four and of five lines. */
export const lengthOf = (text: string): 'long' | 'longest' | undefined =>
  text.length > 84 ? 'longest' : text.length > 56 ? 'long' : undefined
