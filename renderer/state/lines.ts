/** What somebody pasted, as lines: trimmed, without empty ones and without repeats (case does not matter). */
export function linesIn(text: string): readonly string[] {
  const seen = new Set<string>()
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll(/[\s\u00a0]+/g, ' ').trim())
    .filter((line) => {
      const key = line.toLocaleLowerCase('id')
      if (line === '' || seen.has(key)) return false
      seen.add(key)
      return true
    })
}
