/** Finding things in the packs that were loaded. Ids of canvases, forms and documents are unique over all packs; the loader sees to that. */
import type {
  CanvasDef,
  DocumentDef,
  IndicatorSet,
  MethodDef,
  Pack,
  PackStatus,
  ProposalDef,
  RubricDef,
  StageDef,
  StageKey,
} from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'

export type Packs = readonly Pack[]

/** `undefined` when no pack has it: the pack may have been removed since the lab was made. */
export function canvasOf(packs: Packs, id: string): CanvasDef | undefined {
  return first(packs, (pack) => pack.canvases.find((def) => def.id === id))
}

/** @param id of the method pack, as `Lab.method` keeps it */
export function methodOf(packs: Packs, id: string): MethodDef | undefined {
  return packs.find((pack) => pack.head.id === id)?.method
}

export function formOf(packs: Packs, id: string): ProposalDef | undefined {
  return first(packs, (pack) => pack.forms.find((def) => def.id === id))
}

/** A set of indicators. */
export function indicatorsOf(packs: Packs, id: string): IndicatorSet | undefined {
  return first(packs, (pack) => pack.indicators.find((def) => def.id === id))
}

export function documentOf(packs: Packs, id: string): DocumentDef | undefined {
  return first(packs, (pack) => pack.documents.find((def) => def.id === id))
}

export function stageOf(method: MethodDef, key: StageKey): StageDef | undefined {
  return method.stages.find((stage) => stage.key === key)
}

/**
 * The name of a stage as people here call it: the lab's own spelling when it has one, else the method's (domain.md 1.2).
 * A stage this method leaves out shows its key.
 */
export function stageLabel(
  method: MethodDef,
  key: StageKey,
  language: Language,
  labels: Partial<Readonly<Record<StageKey, string>>> = {},
): string {
  const own = labels[key]?.trim()
  return own || (stageOf(method, key)?.label[language] ?? key)
}

export type PackThing = 'canvas' | 'form' | 'indicators' | 'document' | 'rubric' | 'method'
/** Where a thing comes from. `status` is that of the thing itself, which may be better known than the rest of its pack. */
export type PackStamp = { readonly pack: Pack; readonly id: string; readonly version: number; readonly status: PackStatus }

/**
 * For stamping "pack id vN, status" into a document (domain.md 0.2).
 * @param id a canvas, form or document id; for `method` the pack id
 */
export function packOf(packs: Packs, thing: PackThing, id: string): PackStamp | undefined {
  return first(packs, (pack) => {
    const status = statusIn(pack, thing, id)
    return status && { pack, id: pack.head.id, version: pack.head.version, status }
  })
}

function statusIn(pack: Pack, thing: PackThing, id: string): PackStatus | undefined {
  const same = (def: { readonly id: string }) => def.id === id
  switch (thing) {
    case 'canvas':
      return pack.canvases.find(same)?.status
    case 'form':
      return pack.forms.find(same)?.status
    case 'indicators':
      return pack.indicators.find(same)?.status
    case 'document':
      return pack.documents.find(same)?.status
    case 'rubric':
      return pack.rubrics.find(same)?.status
    case 'method':
      return pack.method && pack.head.id === id ? pack.head.status : undefined
  }
}

/** Every canvas, form and document of all packs, in the order of the packs. */
export const allCanvases = (packs: Packs): readonly CanvasDef[] => packs.flatMap((pack) => pack.canvases)
export const allForms = (packs: Packs): readonly ProposalDef[] => packs.flatMap((pack) => pack.forms)
export const allIndicators = (packs: Packs): readonly IndicatorSet[] => packs.flatMap((pack) => pack.indicators)
export const allDocuments = (packs: Packs): readonly DocumentDef[] => packs.flatMap((pack) => pack.documents)

function first<T>(packs: Packs, find: (pack: Pack) => T | undefined): T | undefined {
  for (const pack of packs) {
    const found = find(pack)
    if (found !== undefined) return found
  }
  return undefined
}

export const allRubrics = (packs: Packs): readonly RubricDef[] => packs.flatMap((pack) => pack.rubrics)
