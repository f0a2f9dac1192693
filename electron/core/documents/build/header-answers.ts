/** Head fields of a form: what was answered, else what the innovation itself knows of the same. */
import type { Innovation, Proposal, Value } from '#shared/model/lab.ts'
import type { FormField, ProposalDef } from '#shared/model/pack.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { factAnswer, optionsOf } from '#shared/rules/facts.ts'
import { unitOf } from '#shared/rules/signature.ts'
import { printedAnswer } from './answers.ts'
import type { Build } from './source.ts'

/** A field bound to a fact shows that fact. */
export function headerAnswer(form: ProposalDef, field: FormField, proposal: Proposal, innovation: Innovation, build: Build): string {
  const value: Value | undefined = field.fact === undefined ? proposal.header[field.key] : factAnswer(field, innovation)
  return printedAnswer(field, value, build.language).trim() || known(form, field, innovation, build)
}

/** Keys under which forms ask for what the innovation knows (domain.md 3.2). */
function known(form: ProposalDef, field: FormField, innovation: Innovation, { lab, language }: Build): string {
  const option = (key: string | null): string => optionsOf(field).find((one) => one.key === key)?.label[language] ?? ''
  if (field.key === form.ageField) return innovation.startedOn === '' ? '' : formatDay(innovation.startedOn, language)
  switch (field.key) {
    case 'nama':
    case 'nama_inovasi':
      return innovation.name
    case 'opd':
    case 'unit':
      return unitOf(lab, innovation)?.name ?? ''
    case 'jenis':
      return innovation.digital === null ? '' : option(innovation.digital ? 'digital' : 'non_digital')
    case 'bentuk':
      return option(innovation.form)
    case 'urusan':
      return innovation.urusan
    default:
      return ''
  }
}
