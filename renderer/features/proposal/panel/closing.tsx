/** The last day of registration of the form in this lab, and how old the innovation is then. */
import { TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { closingOf } from '#shared/rules/submission.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useDraft } from '../../../collab/use-draft.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { useDesk } from '../desk.tsx'
import { sayAge, useAge } from './findings.ts'
import margin from './margin.module.css'

export const closingField = 'proposal-closing'

export function Closing() {
  const { form } = useDesk()
  const { lab, doc, readOnly } = useOpenLab()
  const t = useText()
  const own = lab.closings[form.id] ?? ''
  const draft = useDraft(closingOf(form, lab), (day) => {
    const { [form.id]: _before, ...others } = lab.closings
    writeLabFacts(doc, { closings: day === '' ? others : { ...others, [form.id]: day } }, byPerson)
  })
  return (
    <TextInput
      id={closingField}
      type="date"
      size="sm"
      label={t('proposal.closing')}
      description={own === '' && form.closing !== undefined ? t('proposal.closingOfPack') : t('proposal.closingHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      readOnly={readOnly}
      {...draft}
    />
  )
}

/** Nothing while the form asks for no age or nobody knows when it began. */
export function AgeLine() {
  const { form, value } = useDesk()
  const t = useText()
  const language = useLanguage()
  const age = useAge(form, value)
  if (age === null || form.ageYears === undefined) return null
  const enough = age.years >= age.needs
  const Icon = enough ? IconCircleCheck : IconAlertTriangle
  return (
    <p className={margin.age} data-enough={enough}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>{sayAge(age, language, t)}</span>
    </p>
  )
}
