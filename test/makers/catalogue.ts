/** A catalogue of any size, the same for the same seed: names whose letters come from their long names, and texts as offices write them. */
import { type CatalogueEntry, reuses, standings } from '#shared/model/catalogue.ts'
import { innovationForms, innovationKinds } from '#shared/model/innovation-kinds.ts'
import { endings, first, last, openers, regions, stopReasons, type Topic, topics, ways } from './catalogue-lists.ts'
import { seeded } from './innovation.ts'

type Dice = {
  readonly chance: (share: number) => boolean
  readonly below: (most: number) => number
  readonly one: <T>(list: readonly T[]) => T
}
function diceOf(next: () => number): Dice {
  const below = (most: number): number => Math.floor(next() * most)
  return {
    below,
    chance: (share) => next() < share,
    one: <T>(list: readonly T[]) => list[below(list.length)] as T /* lists here are never empty */,
  }
}

const places = Object.entries(regions).flatMap(([province, names]) => names.map((region) => ({ province, region })))
/** Words that give no letter to a short name. */
const silent = new Set(['dari', 'ke', 'berbasis', 'dan', 'tanpa', 'yang', 'sampai'])

/** The beginning of a word up to its first or second vowel: `Gerakan` gives `Ge`, `Ger` or `Gera`. */
function beginning(word: string, dice: Dice): string {
  const found = /^([^aeiou]*[aeiou])([^aeiou]?)/iu.exec(word)
  if (found === null) return word.slice(0, 2)
  return `${found[1]}${dice.chance(0.35) ? found[2] : ''}`
}

/** As offices do: beginnings of the words of the long name, in their order; of three tries the one that is easiest to say. */
function shortName(longName: string, dice: Dice): string {
  const words = longName.split(/[\s-]+/u).filter((word) => !silent.has(word.toLowerCase()))
  const tries = Array.from({ length: 3 }, () =>
    words.map((word) => (words.length > 4 && dice.chance(0.15) ? (word[0] ?? '') : beginning(word, dice))).join(''),
  )
  const told = tries.sort((a, b) => Math.abs(a.length - 8) - Math.abs(b.length - 8))[0] ?? longName
  return dice.chance(0.75) ? told.toUpperCase() : `${told.charAt(0).toUpperCase()}${told.slice(1).toLowerCase()}`
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const day = (year: number, dice: Dice): string =>
  `${year}-${String(1 + dice.below(12)).padStart(2, '0')}-${String(1 + dice.below(28)).padStart(2, '0')}`

function textsOf(topic: Topic, dice: Dice): Pick<CatalogueEntry, 'name' | 'longName' | 'summary' | 'problem'> {
  const object = dice.one(topic.objects)
  const longName = [dice.one(openers), object, dice.one(endings)].join(' ')
  const people = dice.one(topic.people)
  const problem = `${capital(dice.one(topic.problems))}, terutama bagi ${people}.`
  const name = dice.chance(0.9) ? shortName(longName, dice) : longName
  const how = `${capital(dice.one(ways))} sehingga ${dice.one(topic.results)}.`
  const summary = `${name} membantu ${people} dalam urusan ${object.toLowerCase()}. ${how} ${capital(dice.one(ways))}.`
  return { name, longName: name === longName ? '' : longName, summary, problem }
}

function entryAt(index: number, dice: Dice): CatalogueEntry {
  const topic = dice.one(topics)
  const { province, region } = dice.one(places)
  const year = 2010 + Math.min(dice.below(17), dice.below(22))
  const texts = textsOf(topic, dice)
  const standing = year < 2018 && dice.chance(0.4) ? 'berhenti' : dice.one(standings)
  const others = Array.from({ length: standing === 'ide' || dice.chance(0.8) ? 0 : 1 + dice.below(4) }, () => dice.one(places).region)
  const started = standing === 'ide' ? '' : day(year, dice)
  return {
    ...texts,
    id: `buatan/${index}`,
    lab: null,
    innovation: null,
    source: 'buatan',
    unit: dice.one(topic.units),
    region,
    province,
    year,
    startedOn: started,
    kind: dice.chance(0.05) ? null : dice.one(innovationKinds),
    form: dice.chance(0.1) ? null : dice.one(innovationForms),
    urusan: topic.urusan,
    sdgs: [...topic.sdgs],
    standing,
    said: dice.chance(0.7),
    stoppedOn: standing === 'berhenti' ? day(Math.min(2026, year + dice.below(8)), dice) : '',
    stopReason: standing === 'berhenti' ? dice.one(stopReasons) : '',
    adopters: [...new Set(others)].filter((other) => other !== region),
    reuse: dice.chance(0.3) ? null : dice.one(reuses),
    contact: dice.chance(0.4) ? `${region}, bagian ${topic.urusan.toLowerCase()}` : '',
    team: Array.from({ length: 1 + dice.below(5) }, () => `${dice.one(first)} ${dice.one(last)}`),
    replicates: dice.chance(0.06) ? `${capital(dice.one(topic.objects))}, ${dice.one(places).region}` : '',
    updatedAt: '2026-01-05T02:00:00.000Z',
  }
}

/** `count` entries taken in from the source `buatan`, ids `buatan/0` on. */
export function makeCatalogue(count: number, seed = 1): readonly CatalogueEntry[] {
  const dice = diceOf(seeded(seed))
  return Array.from({ length: count }, (_, index) => entryAt(index, dice))
}
