/** The few kinds of fields all editors of packs are made of. Each knows its place in the part, so that it can say what is wrong there. */
import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import type { BothTexts } from '#shared/model/text.ts'
import { useText } from '../../app/text.ts'
import css from './guides.module.css'
import { relined } from './lines.ts'
import { useMark } from './marks.tsx'

const order = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[] // Mantine wants a list it may change

type BothProps = {
  /** Place within the part one is in: `title`. */
  readonly at: string
  readonly label: string
  readonly value: BothTexts
  readonly onChange: (value: BothTexts) => void
  readonly long?: boolean
  readonly disabled: boolean
}

/** One text in both languages, beside each other. An English one that is missing can be taken from the Indonesian. */
export function Both({ onChange, ...props }: BothProps) {
  const { value } = props
  return (
    <Pair
      {...props}
      apart
      onChange={(language, text) => onChange({ ...value, [language]: text })}
      offer={value.en.trim() === '' && value.id.trim() !== '' ? () => onChange({ ...value, en: value.id }) : null}
    />
  )
}

type PairProps = Omit<BothProps, 'onChange'> & {
  readonly hint?: string
  /** What is wrong is said of each language alone. */
  readonly apart?: boolean
  readonly onChange: (language: 'id' | 'en', text: string) => void
  readonly offer: (() => void) | null
}

function Pair({ at, label, value, onChange, hint, apart = false, long = false, disabled, offer }: PairProps) {
  const t = useText()
  const mark = useMark(at)
  const languages = [
    ['id', t('guides.indonesian')],
    ['en', t('guides.english')],
  ] as const
  return (
    <div className={css.both}>
      {languages.map(([language, name]) => {
        const props = {
          label: `${label} (${name})`,
          description: hint,
          inputWrapperOrder: order,
          value: value[language],
          readOnly: disabled,
          lang: language,
          error: mark.error(`.${language}`) ?? (language === 'id' ? whole(mark.error(), mark.error('.id'), mark.error('.en')) : undefined),
          'data-path': `${mark.path}.${language}`,
          onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
            mark.touched(apart ? `.${language}` : '')
            onChange(language, currentTarget.value)
          },
        }
        return (
          <div key={language}>
            {long ? <Textarea autosize minRows={2} maxRows={10} {...props} /> : <TextInput {...props} />}
            {language === 'en' && offer !== null && !disabled && (
              <button
                type="button"
                className={css.offer}
                onClick={() => {
                  mark.touched(apart ? '.en' : '')
                  offer()
                }}
              >
                <IconLanguage size={14} stroke={1.75} aria-hidden />
                {t('guides.takeIndonesian')}
              </button>
            )}
          </div>
        )
      })}
    </div>
  )
}

/** What is said of the text as a whole, and of neither language alone. */
const whole = (all: string | undefined, id: string | undefined, en: string | undefined): string | undefined =>
  id === undefined && en === undefined ? all : undefined

type LinesProps = {
  readonly at: string
  readonly label: string
  readonly hint: string
  readonly value: readonly BothTexts[]
  readonly onChange: (value: readonly BothTexts[]) => void
  readonly disabled: boolean
}

/** A list of short texts, one on each line; the lines of both languages belong together by their number. */
export function Lines({ at, label, hint, value, onChange, disabled }: LinesProps) {
  const lacking = value.some(({ id, en }) => en.trim() === '' && id.trim() !== '')
  return (
    <Pair
      at={at}
      label={label}
      hint={hint}
      value={{ id: value.map(({ id }) => id).join('\n'), en: value.map(({ en }) => en).join('\n') }}
      long
      disabled={disabled}
      onChange={(language, text) => onChange(relined(value, language, text))}
      offer={lacking ? () => onChange(value.map(({ id, en }) => ({ id, en: en.trim() === '' ? id : en }))) : null}
    />
  )
}

type CountProps = {
  readonly at: string
  readonly label: string
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly hint?: string
  readonly min?: number
  readonly max?: number
  readonly decimals?: number
  /** A year is written without a full stop. */
  readonly plain?: boolean
  readonly disabled: boolean
}

/** A number that may be left empty. */
export function Count({ at, label, value, onChange, hint, min = 0, max, decimals = 0, plain = false, disabled }: CountProps) {
  const t = useText()
  const mark = useMark(at)
  return (
    <NumberInput
      label={label}
      description={hint}
      inputWrapperOrder={order}
      value={value ?? ''}
      min={min}
      {...(max === undefined ? {} : { max })}
      decimalScale={decimals}
      decimalSeparator={t('guides.decimal')}
      thousandSeparator={plain ? '' : t('guides.thousand')}
      readOnly={disabled}
      error={mark.error()}
      data-path={mark.path}
      onChange={(next) => {
        mark.touched()
        onChange(typeof next === 'number' ? next : undefined)
      }}
    />
  )
}

type LineProps = {
  readonly at: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'date'
  readonly disabled: boolean
}

/** One line of text that is the same in both languages, or a day. */
export function Line({ at, label, value, onChange, type = 'text', disabled }: LineProps) {
  const mark = useMark(at)
  return (
    <TextInput
      type={type}
      label={label}
      value={value}
      readOnly={disabled}
      error={mark.error()}
      data-path={mark.path}
      onChange={({ currentTarget }) => {
        mark.touched()
        onChange(currentTarget.value)
      }}
    />
  )
}

type ChoiceProps<K extends string> = {
  readonly at: string
  readonly label: string
  readonly value: K
  readonly options: readonly { readonly value: K; readonly label: string }[]
  readonly onChange: (value: K) => void
  readonly disabled: boolean
}

/** A choice of one of a closed list of keys. */
export function Choice<K extends string>({ at, label, value, options, onChange, disabled }: ChoiceProps<K>) {
  const mark = useMark(at)
  return (
    <Select
      label={label}
      value={value}
      allowDeselect={false}
      readOnly={disabled}
      error={mark.error()}
      data-path={mark.path}
      data={options.map((one) => ({ ...one }))}
      onChange={(next) => {
        const found = options.find((one) => one.value === next)
        if (found === undefined) return
        mark.touched()
        onChange(found.value)
      }}
    />
  )
}

type TickProps = { readonly label: string; readonly checked: boolean; readonly onChange: (on: boolean) => void; readonly disabled: boolean }

export const Tick = ({ label, checked, onChange, disabled }: TickProps) => (
  <Checkbox
    className={css.tick}
    label={label}
    checked={checked}
    disabled={disabled}
    onChange={({ currentTarget }) => onChange(currentTarget.checked)}
  />
)
