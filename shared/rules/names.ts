/** File names that every file system and every office takes. */

const longest = 120
/** ext4 and APFS allow 255 bytes; some room is left for ` (2)` and for a draft's suffix. */
const mostBytes = 230

/** What Windows keeps for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/iu

/** Unseen: control and format signs (bidi marks could make `…fdp.exe` look like `…exe.pdf`), lone surrogates, private use. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu

function cleaned(part: string): string {
  return part
    .normalize('NFC')
    .replaceAll(/[\t\n\r]/gu, ' ')
    .replaceAll(unseen, '')
    .replaceAll(/(?:\s*[/\\|:]\s*)+/gu, '-')
    .replaceAll(/[<>"?*]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s.-]+|[\s.-]+$/gu, '')
}

const bytesOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Cut between letters, never inside one; combining marks stay with their letter or go with it. */
function cut(text: string, room: number): string {
  let kept = ''
  let bytes = 0
  for (const letter of text.match(/\P{M}\p{M}*/gu) ?? []) {
    bytes += [...letter].reduce((sum, char) => sum + bytesOf(char), 0)
    if (kept.length + letter.length > room || bytes > mostBytes) break
    kept += letter
  }
  // Marks without a letter before them are gone by now, and may have left a dash or blank in front.
  return kept.replaceAll(/^[\s.-]+|[\s.-]+$/gu, '')
}

/**
 * `(['Proposal KIPP', 'LANGKOK'], 'docx')` → `Proposal KIPP - LANGKOK.docx`. Empty parts are left out; with no part left the name is
 * `Dokumen`. Holds no path sign, is at most 120 characters with its extension, and is no name Windows keeps for itself.
 * The first part stays whole for as long as possible, since it says what the file is.
 */
export function fileNameFor(parts: readonly string[], extension: string): string {
  const end = extension === '' ? '' : `.${extension.replaceAll(/[^A-Za-z0-9]/gu, '').toLowerCase()}`
  const whole = parts
    .map(cleaned)
    .filter((part) => part !== '')
    .join(' - ')
  const base = cut(whole, longest - end.length - 1)
  const safe = base === '' ? 'Dokumen' : reserved.test(base.split('.')[0]?.trim() ?? '') ? `_${base}` : base
  return safe + end
}

/** The name, or the name with ` (2)`, ` (3)` …, that is not among `taken`. Letters that differ only in case count as the same. */
export function unusedName(name: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((one) => one.toLowerCase()))
  if (!used.has(name.toLowerCase())) return name
  const dot = name.lastIndexOf('.')
  const [base, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let count = 2; ; count += 1) {
    const next = `${base} (${count})${end}`
    if (!used.has(next.toLowerCase())) return next
  }
}
