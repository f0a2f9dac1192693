/** What the index keeps of an innovation for the catalogue. */
import type { CatalogueFacts } from '../model/catalogue.ts'
import type { Innovation } from '../model/lab.ts'
import type { InnovationSummary } from '../model/summary.ts'

type ForCatalogue = Pick<InnovationSummary, 'digital' | 'summary' | 'problem' | 'team' | 'catalogue' | 'sustainability'>

export function catalogueSummary(innovation: Innovation): ForCatalogue {
  const { digital, summary, members, canvases } = innovation
  return {
    digital,
    summary: cut(summary, 600),
    problem: cut(problemOf(innovation), 300),
    team: members.map(({ name }) => name.trim()).filter((name) => name !== ''),
    catalogue: inShort(innovation.catalogue),
    sustainability: answersOf(canvases.keberlanjutan?.fields),
  }
}

const cut = (text: string, most: number): string => {
  const whole = text.trim().replaceAll(/\s+/g, ' ')
  return whole.length <= most ? whole : `${whole.slice(0, most - 1).trimEnd()}…`
}

/** The core of the problem tree says it best; before there is one, the background of the idea form. */
function problemOf({ canvases }: Innovation): string {
  const core = canvases['pohon-masalah']?.items.find((item) => item.role === 'core')?.text ?? ''
  const background = canvases['form-ide']?.fields.latar_belakang
  return core.trim() !== '' ? core : typeof background === 'string' ? background : ''
}

const inShort = ({ standing, reuse, contact, sdgs, adopters, replicates }: CatalogueFacts): ForCatalogue['catalogue'] => ({
  standing: standing === null ? null : { key: standing.key, since: standing.since, reason: standing.reason, at: standing.at },
  reuse,
  contact,
  sdgs: [...sdgs],
  adopters: adopters.map(({ region, unit }) => region || unit).filter((name) => name !== ''),
  replicates: replicates === null ? '' : [replicates.name, replicates.region].filter((part) => part !== '').join(', '),
})

function answersOf(fields: Innovation['canvases'][string]['fields'] | undefined): ForCatalogue['sustainability'] {
  if (fields === undefined) return null
  const found: Record<string, boolean | number | null> = {}
  for (const [key, value] of Object.entries(fields)) if (typeof value === 'boolean' || typeof value === 'number') found[key] = value
  return found
}
