/** What a schema cannot say about a document: values and pieces it could never fill, variants it lacks, too many signatures in a row. */
import { type DocumentDef, type DocumentFact, type DocumentPart, documentFacts } from '#shared/model/pack.ts'
import { repeated, repeatedNames } from './check-columns.ts'
import { type Finding, finding, type Step } from './findings.ts'

/** Signatures that fit side by side (domain.md 5.5). */
const mostColumns = 3

/** What a value or a piece is about → documents that have it. A prize may go to an innovation. */
const scopesOf: Readonly<Record<string, readonly DocumentDef['scope'][]>> = {
  session: ['session'],
  innovation: ['innovation', 'reward'],
  reward: ['reward'],
  convention: ['convention'],
  judge: ['convention'],
  winner: ['convention'],
}

export function* documentFindings(def: DocumentDef): Generator<Finding> {
  yield* repeated(def.variants, ['variants'])
  yield* repeatedNames(def.annex, ['annex'])
  if (def.builder === 'parts' && def.parts.length === 0) yield finding(['parts'], 'partsMissing')
  for (const [at, part] of def.parts.entries()) yield* partFindings(part, def, ['parts', at])
  for (const [at, text] of (def.heading ?? []).entries()) yield* textFindings(text, def, ['heading', at])
  const count = def.signature.length
  if (def.signatureLayout === 'columns' && count > mostColumns) yield finding(['signature'], 'signersMany', { most: mostColumns, count })
}

function* partFindings(part: DocumentPart, def: DocumentDef, path: readonly Step[]): Generator<Finding> {
  for (const [at, key] of (part.in ?? []).entries())
    if (!def.variants.some((variant) => variant.key === key)) yield finding([...path, 'in', at], 'variantMissing', { key })
  switch (part.part) {
    case 'text':
      if (part.needs !== undefined) yield* scopeFindings(part.needs, def, [...path, 'needs'])
      yield* textFindings(part.text, def, [...path, 'text'])
      break
    case 'heading':
      yield* textFindings(part.text, def, [...path, 'text'])
      break
    case 'rows':
      for (const [at, { value }] of part.rows.entries()) yield* scopeFindings(value, def, [...path, 'rows', at, 'value'])
      break
    case 'piece':
      yield* scopeFindings(part.of, def, [...path, 'of'])
      break
    case 'letter_head':
      for (const name of ['subject', 'nature', 'enclosures', 'to'] as const) {
        const text = part[name]
        if (text !== undefined) yield* textFindings(text, def, [...path, name])
      }
      break
    default:
  }
}

/** Names in braces that look like a value: one misspelt would be printed as it stands. */
function* textFindings(text: { readonly id: string; readonly en: string }, def: DocumentDef, path: readonly Step[]): Generator<Finding> {
  for (const language of ['id', 'en'] as const)
    for (const [, key = ''] of text[language].matchAll(/\{([a-z]+\.[A-Za-z]+)\}/gu)) {
      if (isFact(key)) yield* scopeFindings(key, def, [...path, language])
      else yield finding([...path, language], 'factUnknown', { key })
    }
}

const isFact = (key: string): key is DocumentFact => documentFacts.some((fact) => fact === key)

function* scopeFindings(key: string, { scope }: DocumentDef, path: readonly Step[]): Generator<Finding> {
  const scopes = scopesOf[key.split('.')[0] ?? '']
  if (scopes !== undefined && !scopes.includes(scope)) yield finding(path, 'factScope', { key, scopes: scopes.join(', ') })
}
