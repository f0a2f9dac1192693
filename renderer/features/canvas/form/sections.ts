/** The fields of a form under the sections they belong to. */
import type { FormField as FieldDef } from '#shared/model/pack.ts'

type Section<S> = { readonly section: S | null; readonly fields: readonly FieldDef[] }

/** Fields without a section first, then the sections that have any, in their order. */
export function inSections<S extends { readonly key: string }>(sections: readonly S[], fields: readonly FieldDef[]): readonly Section<S>[] {
  const known = new Set(sections.map((section) => section.key))
  const free = fields.filter((field) => field.section === undefined || !known.has(field.section))
  return [
    { section: null, fields: free },
    ...sections.map((section) => ({ section, fields: fields.filter((field) => field.section === section.key) })),
  ].filter((one) => one.fields.length > 0)
}
