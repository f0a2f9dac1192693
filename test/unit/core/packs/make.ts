/** Packs in a temp folder: small, valid, and as an object that a test can break in one place before it is written. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { stringify } from 'yaml'

const both = (word: string) => ({ id: `${word} id`, en: `${word} en` })

export const head = (id: string) => ({
  id,
  version: 3,
  title: both('title'),
  issuer: 'Bappeda',
  year: 2026,
  locality: 'Kota Contoh',
  status: 'unverified',
  source: both('source'),
})

const common = (id: string) => ({
  id,
  title: both('title'),
  stage: 'diagnose',
  help: both('help'),
  example: both('example'),
  status: 'unverified',
  source: 'praktik umum',
  outline: { heading: both('heading'), lead: both('lead') },
})
const score = (key: string) => ({ key, label: both(key), type: 'score', min: 1, max: 5 })
const field = (key: string) => ({ key, label: both(key), type: 'text' })

export const board = (id = 'papan') => ({
  ...common(id),
  kind: 'board',
  zones: [{ key: 'satu', label: both('satu'), hint: both('hint') }],
})
export const tree = (id = 'pohon') => ({
  ...common(id),
  kind: 'tree',
  layouts: ['tree'],
  levels: { effect: both('e'), core: both('c'), direct: both('d'), indirect: both('i'), root: both('r') },
})
export const grid = (id = 'tabel') => ({
  ...common(id),
  kind: 'grid',
  rowLabel: both('row'),
  columns: [
    score('u'),
    score('s'),
    { key: 'total', label: both('total'), type: 'formula', formula: { op: 'sum', of: ['u', 's'] } },
    { key: 'rank', label: both('rank'), type: 'formula', formula: { op: 'rank', by: 'total', tie: ['u'] } },
  ],
})
const axis = (key: string) => ({ key, label: both(key), low: both('low'), high: both('high'), min: 1, max: 5, threshold: 3 })
const quadrant = (key: string) => ({ key, label: both(key), hint: both('hint') })
export const matrix = (id = 'peta') => ({
  ...common(id),
  kind: 'matrix',
  itemLabel: both('item'),
  x: axis('x'),
  y: axis('y'),
  quadrants: { high_high: quadrant('a'), high_low: quadrant('b'), low_high: quadrant('c'), low_low: quadrant('d') },
})
export const form = (id = 'isian') => ({ ...common(id), kind: 'form', review: true, fields: [field('latar'), field('tujuan')] })

export const proposal = (id = 'usulan') => ({
  kind: 'proposal',
  id,
  title: both('title'),
  short: both('short'),
  status: 'unverified',
  source: 'praktik umum',
  header: [{ key: 'judul', label: both('judul'), type: 'line' }],
  sections: [
    {
      key: 'satu',
      title: both('satu'),
      prompt: both('prompt'),
      maxWords: 200,
      weight: 40,
      draws: [
        { part: 'field', canvas: 'isian', field: 'latar' },
        { part: 'core', canvas: 'pohon' },
        { part: 'top', canvas: 'tabel', count: 3 },
        { part: 'zone', canvas: 'papan', zone: 'satu' },
        { part: 'quadrant', canvas: 'peta', quadrant: 'a' },
        { part: 'items', canvas: 'peta' },
      ],
    },
    { key: 'dua', title: both('dua'), prompt: both('prompt'), minWords: 10, maxWords: 200, weight: 60 },
  ],
})
export const document = (id = 'cetak') => ({
  kind: 'document',
  id,
  title: both('title'),
  scope: 'innovation',
  stage: 'diagnose',
  builder: 'proposal',
  of: 'usulan',
  annex: ['papan', 'isian'],
  status: 'unverified',
  source: 'praktik umum',
})

const order = ['drum_up', 'diagnose', 'design', 'deliver', 'display', 'documentation'] as const
const stage = (key: string, opens: string | undefined) => ({
  key,
  label: both(key),
  group: 'technocratic',
  purpose: both('purpose'),
  output: both('output'),
  duration: both('duration'),
  agenda: [{ key: 'buka', label: both('buka'), minutes: 30, script: both('script') }],
  canvases: ['papan'],
  expected: [{ key: 'notula', label: both('notula') }],
  gate: {
    kind: 'checklist',
    ...(opens && { opens }),
    label: both('gate'),
    items: [{ key: 'ada', label: both('ada'), check: { type: 'canvas_done', canvas: 'papan' } }],
    source: 'usulan',
  },
})
export const method = () => ({
  kind: 'method',
  title: both('title'),
  mode: '6D',
  agendaSource: both('agendaSource'),
  stages: order.map((key, at) => stage(key, order[at + 1])),
})

/** A pack with one of everything, every reference inside it. */
export const fullPack = (id = 'lengkap'): Record<string, unknown> => ({
  'pack.yaml': head(id),
  'method.yaml': method(),
  'canvases/papan.yaml': board(),
  'canvases/pohon.yaml': tree(),
  'canvases/tabel.yaml': grid(),
  'canvases/peta.yaml': matrix(),
  'canvases/isian.yaml': form(),
  'forms/usulan.yaml': proposal(),
  'documents/cetak.yaml': document(),
})

/** A copy of the pack with one value replaced; `undefined` removes it. `at` is `file` and then the steps to the value. */
export function broken(pack: Record<string, unknown>, at: readonly (string | number)[], value: unknown): Record<string, unknown> {
  const copy = structuredClone(pack)
  const last = at.at(-1)
  if (last === undefined) throw new Error('nothing to break')
  const holder = at.slice(0, -1).reduce<unknown>((inside, step) => Reflect.get(Object(inside), step), copy)
  if (value === undefined) Reflect.deleteProperty(Object(holder), last)
  else Reflect.set(Object(holder), last, value)
  return copy
}

/** Writes packs and gives the folder back. Text and bytes are written as they are, anything else as YAML. */
export async function packFolder(packs: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'packs-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, files] of Object.entries(packs)) {
    await mkdir(join(folder, name), { recursive: true })
    for (const [file, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name, file)), { recursive: true })
      await writeFile(
        join(folder, name, file),
        typeof content === 'string' || content instanceof Uint8Array ? content : stringify(content, { aliasDuplicateObjects: false }),
      )
    }
  }
  return folder
}
