/** What the innovation already knows of the head of a form. */
import type { Innovation, Value } from '#shared/model/lab.ts'
import type { CanvasDef, ProposalDef } from '#shared/model/pack.ts'

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/**
 * Values for the head of the form that are still empty: title, start and innovators from the facts, telephone and e-mail from
 * the first canvas form that has them. Nothing that somebody wrote is among them.
 */
export function fillFrom(form: ProposalDef, innovation: Innovation, canvases: readonly CanvasDef[]): Readonly<Record<string, string>> {
  const header = innovation.proposals[form.id]?.header ?? {}
  const { name, longName, startedOn, members } = innovation
  const title = longName === '' ? name : `${name} (${longName})`
  const facts: Readonly<Record<string, string>> = {
    judul: title,
    tanggal_mulai: startedOn,
    ...(form.titleField === undefined ? {} : { [form.titleField]: title }),
    ...(form.ageField === undefined ? {} : { [form.ageField]: startedOn }),
    // Names carry degrees behind commas, so another sign parts them.
    nama_inovator: members.map((one) => one.name).join('; '),
  }
  const found: Record<string, string> = {}
  for (const { key, type } of form.header) {
    const value = facts[key] ?? (type === 'phone' || type === 'email' ? answerOfType(type, innovation, canvases) : '')
    if (isEmpty(header[key]) && value !== '') found[key] = value
  }
  return found
}

function answerOfType(type: 'phone' | 'email', innovation: Innovation, canvases: readonly CanvasDef[]): string {
  for (const def of canvases) {
    if (def.kind !== 'form') continue
    for (const field of def.fields) {
      const value = field.type === type ? innovation.canvases[def.id]?.fields[field.key] : undefined
      if (typeof value === 'string' && value.trim() !== '') return value.trim()
    }
  }
  return ''
}
