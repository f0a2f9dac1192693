/** One entry field for every type of value, used by forms, by what a respondent tells, and by the items of a matrix. */
import { Autocomplete, Checkbox, MultiSelect, Radio, Select, TextInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Value } from '#shared/model/lab.ts'
import type { ChoiceOption } from '#shared/model/pack.ts'
import { formatNumber, formatRupiah } from '#shared/rules/numbers.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { readAmount } from './amount.ts'
import style from './inputs.module.css'

/** What every input is told: who labels it, and what happens with a new value. */
export type InputProps = {
  readonly id: string
  /** The id of the words beside it; groups of buttons are named by it. */
  readonly labelledBy: string
  readonly describedBy?: string | undefined
  readonly value: Value
  readonly fixed: boolean
  readonly required?: boolean
  readonly onFocus?: (() => void) | undefined
  readonly set: (value: Value) => void
}

type AmountProps = InputProps & {
  readonly look: 'number' | 'rupiah' | 'percent'
  readonly whole?: boolean
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** A number as people here write it, with its thousands while nobody is typing. Saved on leaving and on Enter; nonsense stays and is marked. */
export function AmountInput({ id, describedBy, value, fixed, required = false, onFocus, set, look, whole = false, min, max }: AmountProps) {
  const language = useLanguage()
  const t = useText()
  const [draft, setDraft] = useState<string | null>(null)
  const known = typeof value === 'number' ? value : null
  const shown = known === null ? '' : look === 'rupiah' ? formatRupiah(known, language) : formatNumber(known, language, { decimals: 6 })
  const read = draft === null || draft.trim() === '' ? null : readAmount(draft, language)
  const outside = typeof read === 'number' && ((min !== undefined && read < min) || (max !== undefined && read > max))
  const broken = draft !== null && draft.trim() !== '' && (read === null || (whole && !Number.isInteger(read)))
  const range = (): string =>
    min !== undefined && max !== undefined
      ? t('form.wrongRange', { min: formatNumber(min, language), max: formatNumber(max, language) })
      : min !== undefined
        ? t('form.atLeast', { min: formatNumber(min, language) })
        : t('form.atMost', { max: formatNumber(max ?? 0, language) })
  const save = (): void => {
    if (draft === null || broken || outside) return
    if (read !== known) set(read)
    setDraft(null)
  }
  return (
    <TextInput
      id={id}
      className={style.amount}
      inputMode="decimal"
      value={draft ?? shown}
      readOnly={fixed}
      aria-describedby={describedBy}
      aria-required={required}
      error={broken ? t('form.wrongNumber') : outside ? range() : undefined}
      rightSection={look === 'percent' ? <span aria-hidden>%</span> : undefined}
      onFocus={onFocus}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}

export function DateInput({ id, describedBy, value, fixed, required = false, onFocus, set }: InputProps) {
  return (
    <TextInput
      id={id}
      className={style.amount}
      type="date"
      max="9999-12-31"
      value={typeof value === 'string' ? value : ''}
      readOnly={fixed}
      aria-describedby={describedBy}
      aria-required={required}
      onFocus={onFocus}
      onChange={(event) => set(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}

export function TickInput({ id, describedBy, value, fixed, onFocus, set }: InputProps) {
  const t = useText()
  return (
    <Checkbox
      id={id}
      checked={value === true}
      disabled={fixed}
      aria-describedby={describedBy}
      label={value === true ? t('form.yes') : t('form.notYet')}
      onFocus={onFocus}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  )
}

type ChoiceProps = InputProps & { readonly options: readonly ChoiceOption[]; readonly many: boolean; readonly roomy?: boolean }

/** So many buttons are seen at a glance; more are a list to search in. */
const mostButtons = 9

/** One or several of the options: a few as buttons with their meaning, many as a list to search in. */
export function ChoiceInput(props: ChoiceProps) {
  const grouped = props.options.some((option) => option.group !== undefined)
  return props.options.length > mostButtons || grouped || props.roomy === false ? <ChoiceList {...props} /> : <ChoiceButtons {...props} />
}

function ChoiceButtons({ id, labelledBy, describedBy, value, fixed, onFocus, set, options, many }: ChoiceProps) {
  const both = useBoth()
  const t = useText()
  const common = (option: ChoiceOption) => ({
    value: option.key,
    label: both(option.label),
    disabled: fixed,
    description: option.help === undefined ? undefined : both(option.help),
  })
  const layout = options.some((option) => option.help !== undefined) ? style.optionsLong : style.options
  const named = { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy, onFocus }
  if (many)
    return (
      <Checkbox.Group {...named} value={Array.isArray(value) ? [...value] : []} onChange={(next) => set(next.length === 0 ? null : next)}>
        <div className={layout} id={id}>
          {options.map((option) => (
            <Checkbox key={option.key} {...common(option)} />
          ))}
        </div>
      </Checkbox.Group>
    )
  return (
    <Radio.Group {...named} value={typeof value === 'string' ? value : null} onChange={(next) => set(next)}>
      <div className={layout} id={id}>
        {options.map((option) => (
          <Radio key={option.key} {...common(option)} />
        ))}
        {fixed || value === null || value === '' ? null : (
          <button type="button" className={style.quietButton} onClick={() => set(null)}>
            {t('form.clear', { field: '' }).trim()}
          </button>
        )}
      </div>
    </Radio.Group>
  )
}

function ChoiceList({ id, describedBy, value, fixed, required = false, onFocus, set, options, many }: ChoiceProps) {
  const both = useBoth()
  const t = useText()
  const data = useMemo(() => groupedData(options, both), [options, both])
  const chosen = typeof value === 'string' ? options.find((option) => option.key === value) : undefined
  const common = {
    id,
    data,
    searchable: true,
    clearable: true,
    disabled: fixed,
    'aria-describedby': describedBy,
    'aria-required': required,
    nothingFoundMessage: t('form.noneFound'),
    maxDropdownHeight: 320,
    clearButtonProps: { 'aria-label': t('form.clear', { field: '' }).trim() },
    onFocus,
  }
  if (many)
    return (
      <MultiSelect
        {...common}
        hidePickedOptions
        placeholder={Array.isArray(value) && value.length > 0 ? undefined : t('form.search')}
        value={Array.isArray(value) ? [...value] : []}
        onChange={(next) => set(next.length === 0 ? null : next)}
      />
    )
  return (
    <>
      <Select {...common} placeholder={t('form.search')} value={chosen?.key ?? null} onChange={(next) => set(next)} />
      {chosen?.help === undefined ? null : <p className={style.hint}>{both(chosen.help)}</p>}
    </>
  )
}

/** Options under their headings, in the order of the definition. */
export function groupedData(options: readonly ChoiceOption[], both: ReturnType<typeof useBoth>) {
  const entry = (option: ChoiceOption) => ({ value: option.key, label: both(option.label) })
  const heads = [...new Set(options.flatMap((option) => (option.group === undefined ? [] : [both(option.group)])))]
  if (heads.length === 0) return options.map(entry)
  const under = (head: string | null) =>
    options.filter((option) => (option.group === undefined ? null : both(option.group)) === head).map(entry)
  return [...under(null), ...heads.map((group) => ({ group, items: under(group) }))]
}

/** Words with suggestions: somebody else than those suggested may be written too. */
export function SuggestInput({
  id,
  describedBy,
  value,
  fixed,
  required = false,
  onFocus,
  set,
  suggests,
  max = 300,
}: InputProps & { readonly suggests: readonly string[]; readonly max?: number }) {
  const stored = typeof value === 'string' ? value : ''
  const [draft, setDraft] = useState<string | null>(null)
  const save = (): void => {
    if (draft !== null && draft.trim() !== stored) set(draft.trim() === '' ? null : draft.trim())
    setDraft(null)
  }
  return (
    <Autocomplete
      id={id}
      data={[...new Set(suggests)]}
      limit={12}
      maxLength={max}
      value={draft ?? stored}
      title={stored === '' ? undefined : stored}
      readOnly={fixed}
      aria-describedby={describedBy}
      aria-required={required}
      onFocus={onFocus}
      onChange={setDraft}
      onOptionSubmit={(picked) => {
        set(picked)
        setDraft(null)
      }}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}

/** An address on the web, which can be opened, or the name of a file. */
export function LinkInput({ id, describedBy, value, fixed, required = false, onFocus, set }: InputProps) {
  const t = useText()
  const stored = typeof value === 'string' ? value : ''
  const [draft, setDraft] = useState<string | null>(null)
  const save = (): void => {
    if (draft !== null && draft.trim() !== stored) set(draft.trim() === '' ? null : draft.trim())
    setDraft(null)
  }
  return (
    <div className={style.link}>
      <TextInput
        id={id}
        inputMode="url"
        maxLength={2000}
        value={draft ?? stored}
        readOnly={fixed}
        aria-describedby={describedBy}
        aria-required={required}
        onFocus={onFocus}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      {isAddress(stored) ? (
        <a href={stored} target="_blank" rel="noreferrer" className={style.openLink}>
          <IconExternalLink size={16} stroke={1.75} aria-hidden />
          {t('form.open')}
        </a>
      ) : null}
    </div>
  )
}

const isAddress = (text: string): boolean => {
  if (!/^https?:\/\//iu.test(text)) return false
  return URL.canParse(text)
}

type ScaleProps = InputProps & {
  readonly min: number
  readonly max: number
  readonly anchors: readonly { readonly score: number; readonly label: { readonly id: string; readonly en: string } }[]
  readonly large?: boolean
  /** Numbers in one row with the meaning of the chosen one below, where there is little room. */
  readonly compact?: boolean
}

/** Buttons from the lowest to the highest, each with what it means. Digits answer, the same answer again takes it back. */
export function ScaleInput({
  labelledBy,
  describedBy,
  value,
  fixed,
  onFocus,
  set,
  min,
  max,
  anchors,
  large = false,
  compact = false,
}: ScaleProps) {
  const both = useBoth()
  const t = useText()
  const scores = Array.from({ length: Math.max(1, Math.floor(max - min) + 1) }, (_, at) => min + at)
  const meaning = (score: number): string => {
    const anchor = anchors.find((one) => one.score === score)
    return anchor === undefined ? '' : both(anchor.label)
  }
  const ends = `${t('form.scaleAt', { score: min, meaning: meaning(min) })} … ${t('form.scaleAt', { score: max, meaning: meaning(max) })}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need its legend as the first line of the box
    <div
      role="group"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className={style.scale}
      data-large={large || undefined}
      data-compact={compact || undefined}
      onFocus={onFocus}
      onKeyDown={(event) => {
        const score = Number(event.key)
        if (fixed || event.ctrlKey || event.metaKey || event.altKey || event.key.trim() === '' || !scores.includes(score)) return
        event.preventDefault()
        set(score)
      }}
    >
      {scores.map((score) => (
        <button
          key={score}
          type="button"
          disabled={fixed}
          aria-pressed={value === score}
          aria-label={meaning(score) === '' ? String(score) : t('form.scaleAt', { score, meaning: meaning(score) })}
          onClick={() => set(value === score ? null : score)}
        >
          <b>{score}</b>
          {meaning(score) === '' || compact ? null : <span>{meaning(score)}</span>}
        </button>
      ))}
      {compact && anchors.length > 0 ? <p>{typeof value === 'number' ? meaning(value) : ends}</p> : null}
    </div>
  )
}
