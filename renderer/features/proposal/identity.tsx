/** The head of the form: what is printed on the identity page. */
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconDownload } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { headerMap, setHeader } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Value } from '#shared/model/lab.ts'
import type { FormField } from '#shared/model/pack.ts'
import type { BothTexts } from '#shared/model/text.ts'
import { allCanvases } from '#shared/rules/packs.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { useUndo } from '../../collab/use-undo.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { identityKey, useDesk } from './desk.tsx'
import css from './editor/sheet.module.css'
import { fillFrom } from './identity-fill.ts'
import { AgeLine } from './panel/closing.tsx'
import { takeFocus } from './wanted.ts'

const fieldId = (key: string): string => `proposal-${key}`

export function Identity() {
  const { form, doc, value, readOnly, announce } = useDesk()
  const t = useText()
  const packs = usePacks()
  const { undo, redo, canUndo, canRedo, stop } = useUndo(doc, headerMap(doc, form.id))
  const place = useWantedField()
  const header = value.proposals[form.id]?.header ?? {}
  const fill = () => {
    const found = Object.entries(fillFrom(form, value, allCanvases(packs)))
    stop()
    doc.transact(() => {
      for (const [key, one] of found) setHeader(doc, form.id, key, one, byPerson)
    }, byPerson)
    stop()
    announce(found.length === 0 ? t('proposal.nothingToFill') : t('proposal.filledIn', { n: found.length }))
  }
  return (
    <section className={css.middle} aria-label={t('proposal.identity')}>
      <div className={css.toolbar}>
        {!readOnly && (
          <div className={css.identityTools}>
            <Button variant="default" size="xs" leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />} onClick={fill}>
              {t('proposal.fillFromInnovation')}
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={!canUndo}
              leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
              onClick={undo}
            >
              {t('proposal.undo')}
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={!canRedo}
              leftSection={<IconArrowForwardUp size={16} stroke={1.75} aria-hidden />}
              onClick={redo}
            >
              {t('proposal.redo')}
            </Button>
          </div>
        )}
      </div>
      <div className={css.scroll} ref={place}>
        <div className={css.sheet} data-identity>
          <h2>{t('proposal.identity')}</h2>
          <p className={css.prompt}>{t('proposal.identityLead')}</p>
          <div className={css.fields}>
            {form.header.map((field) => (
              <HeaderField key={field.key} field={field} value={header[field.key] ?? null} />
            ))}
          </div>
        </div>
      </div>
    </section>
  )
}

/** Puts the cursor into the field that a line of the readiness list asked for. */
function useWantedField() {
  const { wished } = useDesk()
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new wish may name another field of the page that is open already
  useEffect(() => {
    const wanted = takeFocus(identityKey)
    if (wanted === null) return
    const box = place.current?.querySelector(`[data-field="${CSS.escape(wanted.field ?? '')}"]`) ?? place.current
    const input = box?.querySelector<HTMLElement>('input, select, textarea')
    input?.scrollIntoView({ block: 'center' })
    input?.focus({ preventScroll: true })
  }, [wished])
  return place
}

function HeaderField({ field, value }: { readonly field: FormField; readonly value: Value }) {
  const { doc, form, readOnly } = useDesk()
  const both = useBoth()
  const set = (next: Value) => setHeader(doc, form.id, field.key, next, byPerson)
  const common = {
    id: fieldId(field.key),
    label: both(field.label),
    description: field.hint === undefined ? undefined : both(field.hint),
    withAsterisk: field.required,
    inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const, 'error' as const],
  }
  return (
    <div data-field={field.key} data-width={field.width}>
      {field.type === 'multi' ? (
        <Several field={field} value={value} set={set} />
      ) : field.type === 'choice' || field.type === 'scale' ? (
        <Choice common={common} field={field} value={value} set={set} />
      ) : field.type === 'tick' ? (
        <Checkbox
          {...{ id: common.id, label: common.label, description: common.description }}
          checked={value === true}
          disabled={readOnly}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />
      ) : (
        <Written common={common} field={field} value={value} set={set} readOnly={readOnly} />
      )}
      {field.key === form.ageField && <AgeLine />}
    </div>
  )
}

type Common = {
  readonly id: string
  readonly label: string
  readonly description: string | undefined
  readonly withAsterisk: boolean
  readonly inputWrapperOrder: ('label' | 'input' | 'description' | 'error')[]
}
type FieldProps = { readonly common: Common; readonly field: FormField; readonly value: Value; readonly set: (next: Value) => void }

const inputTypes = {
  line: 'text',
  text: 'text',
  choice: 'text',
  multi: 'text',
  number: 'number',
  date: 'date',
  phone: 'tel',
  email: 'email',
  rupiah: 'number',
  scale: 'number',
  tick: 'text',
  link: 'url',
  photo: 'text',
  person: 'text',
  unit: 'text',
} as const

function Written({ common, field, value, set, readOnly }: FieldProps & { readonly readOnly: boolean }) {
  const numeric = field.type === 'number' || field.type === 'rupiah'
  const draft = useDraft(typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '', (next) =>
    set(numeric && next !== '' ? Number(next) : next),
  )
  const names = useNames(field.type)
  const list = `${common.id}-names`
  const rest = { ...common, ...draft, readOnly, 'aria-required': field.required }
  return field.type === 'text' ? (
    <Textarea {...rest} autosize minRows={3} />
  ) : (
    <>
      <TextInput {...rest} type={inputTypes[field.type]} maxLength={500} {...(names.length > 0 ? { list } : {})} />
      {names.length > 0 && (
        <datalist id={list}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** People and units of the lab, to choose from while typing. */
function useNames(type: FormField['type']): readonly string[] {
  const { lab } = useOpenLab()
  const found = type === 'unit' ? lab.units : type === 'person' ? lab.people : []
  return [...new Set(found.map(({ name }) => name))]
}

/** The points of a scale, named where the pack names them. */
function pointsOf({ min, max, anchors, options }: FormField, both: (text: BothTexts) => string): { value: string; label: string }[] {
  if (options !== undefined) return options.map(({ key, label }) => ({ value: key, label: both(label) }))
  const [from, to] = [min ?? 1, max ?? 5]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => {
    const anchor = anchors.find(({ score }) => score === from + at)
    return { value: String(from + at), label: anchor === undefined ? String(from + at) : `${from + at}: ${both(anchor.label)}` }
  })
}

function Choice({ common, field, value, set }: FieldProps) {
  const { readOnly } = useDesk()
  const t = useText()
  const both = useBoth()
  return (
    <NativeSelect
      {...common}
      disabled={readOnly}
      aria-required={field.required}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      onChange={({ currentTarget }) =>
        set(field.type === 'scale' && currentTarget.value !== '' ? Number(currentTarget.value) : currentTarget.value)
      }
      data={[{ value: '', label: t('proposal.choose') }, ...pointsOf(field, both)]}
    />
  )
}

function Several({ field, value, set }: Omit<FieldProps, 'common'>) {
  const { readOnly } = useDesk()
  const both = useBoth()
  const chosen: readonly string[] = Array.isArray(value) ? value : []
  // Kept in the order of the form, whichever was ticked first.
  const choose = (next: readonly string[]) => set((field.options ?? []).map(({ key }) => key).filter((key) => next.includes(key)))
  return (
    <Checkbox.Group
      label={both(field.label)}
      description={field.hint === undefined ? undefined : both(field.hint)}
      withAsterisk={field.required}
      value={[...chosen]}
      onChange={choose}
    >
      <div className={css.ticks}>
        {(field.options ?? []).map(({ key, label }) => (
          <Checkbox key={key} value={key} label={both(label)} disabled={readOnly} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
