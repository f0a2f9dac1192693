/** Names of people as lists write them: with titles, degrees and capitals as they come. */
import { folded } from './fold.ts'

const forms = new Set(
  'prof dr drg drs dra ir h hj kh ust ustadz apt ns tgk bapak bpk pak ibu bu sdr sdri saudara saudari yth kompol akp letkol'.split(' '),
)

/** Degrees with their dots taken out. Short ones that are also names count only behind another name, see `withoutDegrees`. */
const degrees = new Set(
  (
    'se sh st skm sip ssos spd spdi skom ssi shut spt sp sag sstp stp sked skep sfarm ssn shi shint skel spi sap sak satp spsi stk ssit ' +
    'str sst strkeb strkep strkes strsos strip sei sthi sgz sikom sptk ssy sm sab smn mm mh mt msi mpd mkes mkom mpa mph map mip msc ma ' +
    'mag mhum mba msos mak mfarm mkeb mkep mepid mtp mpsi mp mec mecdev meng mtr mtrap mikom mstat mmar mars msm phd dea amd amdkeb ' +
    'amdkep amdkom amdgz ama amk amkeb skg spog spa spb ns apt drs dra ir cgcae cfra qia cpa ca ak cpns'
  ).split(' '),
)

const spellings: Readonly<Record<string, string>> = {
  m: 'muhammad',
  moh: 'muhammad',
  mohd: 'muhammad',
  muh: 'muhammad',
  mhd: 'muhammad',
  mohammad: 'muhammad',
  mohamad: 'muhammad',
  mohamed: 'muhammad',
  muhamad: 'muhammad',
  muhammed: 'muhammad',
}

const bare = (token: string): string => token.replaceAll(/[.’'`]/gu, '')

/** Drops degrees from the end for as long as a name is left. */
function withoutDegrees(tokens: readonly string[]): readonly string[] {
  let end = tokens.length
  while (end > 1 && degrees.has(bare(tokens[end - 1] ?? ''))) end -= 1
  return tokens.slice(0, end)
}

/** `S. Sos` is one degree written in two. */
const joined = (text: string): string =>
  text.replaceAll(/\b([smad])\.\s+(?=(?:sos|si|pd|ag|kom|kes|hum|ip|h|e|t|p|m|md|k|a|kep|farm|ap|stp)\b\.?\s*(?:$|[,\s]))/gu, '$1.')

/** The words of a name in lower case, without titles in front (`Dr.`, `H.`, `Bapak`) and degrees behind; empty when no name is in it. */
export function nameTokens(name: string): readonly string[] {
  const text = folded(name)
  const [front = '', ...rest] = text.split(',')
  // Behind a comma stand degrees; a line that begins with them (`Dr., Rina`) has its name further on.
  const parts = [front, ...rest].map((part) => (part === front ? part : joined(part)))
  for (const part of parts) {
    const words = part
      .replaceAll(/[^\p{L}\p{N}.’'` -]+/gu, ' ')
      .split(/[\s-]+/u)
      .flatMap(splitForms)
    const kept = withoutDegrees(words.filter((word) => bare(word) !== ''))
    let start = 0
    while (start < kept.length && forms.has(bare(kept[start] ?? ''))) start += 1
    const left = kept
      .slice(start)
      .map(bare)
      .map((word) => spellings[word] ?? word)
    // `M.Si.` behind a comma is no name of its own.
    if (left.length > 0 && !(left.length === 1 && degrees.has(left[0] ?? '') && parts.length > 1 && part !== front)) return left
  }
  return []
}

/** `Dr.Rina` and `H.M.Yusuf` are written together by some. Degrees stay whole. */
function splitForms(word: string): readonly string[] {
  if (!word.includes('.') || degrees.has(bare(word)) || forms.has(bare(word))) return [word]
  return word.split('.').filter((part) => part !== '')
}

/** Equal for two spellings of one name: case, blanks, titles, degrees and the many ways of *Muhammad* do not count. */
export const nameKey = (name: string): string => nameTokens(name).join(' ')
