/** How this office prints: page, font, numbers, copies, room for signatures. The region's own rule decides (domain.md 5.1). */
import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { readLabFacts, writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type DocumentFont, documentFonts, type Margins, type Naskah } from '#shared/model/evidence.ts'
import { letterNumber, type NumberToken, numberTokens, unknownTokens } from '#shared/rules/letter-number.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, Segmented } from '../../parts/index.ts'
import { nowIso } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import css from './naskah.module.css'

/** Millimetres, where an office begins that sets its own (domain.md 5.1). */
const generalMargins: Margins = { top: 20, right: 20, bottom: 25, left: 30 }
const sides = ['top', 'right', 'bottom', 'left'] as const
const spacings = [1, 1.15, 1.5, 2] as const

/** Changes parts of the settings as they are in the document at that moment. */
function usePutNaskah() {
  const t = useText()
  const { doc } = useOpenLab()
  const put = (patch: Partial<Naskah>) => writeLabFacts(doc, { naskah: { ...readLabFacts(doc).naskah, ...patch } }, byPerson)
  /** One choice, with a way back to the one before. */
  const choose = (patch: Partial<Naskah>, what: string) => {
    const before = readLabFacts(doc).naskah
    const back = Object.fromEntries(Object.entries(before).filter(([key]) => key in patch)) as Partial<Naskah> // parts of the same thing
    put(patch)
    notify.undoable(t('naskah.changed', { what }), () => put(back))
  }
  return { put, choose }
}

export function NaskahPanel() {
  const t = useText()
  return (
    <Panel title={t('naskah.naskah')} note={t('naskah.naskahNote')}>
      <div className={css.parts}>
        <MarginsPart />
        <TypePart />
        <NumberPart />
        <TembusanPart />
        <TtePart />
      </div>
    </Panel>
  )
}

function MarginsPart() {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  const { put, choose } = usePutNaskah()
  const { margins } = lab.naskah
  const segments = [
    { value: 'general', label: t('naskah.marginsOfficial') },
    { value: 'own', label: t('naskah.marginsOwn') },
  ] as const
  return (
    <fieldset className={css.part} disabled={readOnly}>
      <legend>{t('naskah.margins')}</legend>
      <Segmented
        label={t('naskah.margins')}
        value={margins === null ? 'general' : 'own'}
        segments={segments}
        onChange={(kind) => choose({ margins: kind === 'own' ? generalMargins : null }, t('naskah.margins'))}
      />
      {margins === null ? (
        <p className={css.quiet}>{t('naskah.marginsText')}</p>
      ) : (
        <div className={css.four}>
          {sides.map((side) => (
            <NumberInput
              key={side}
              label={t(`naskah.${side}`)}
              suffix={t('naskah.mm')}
              min={5}
              max={80}
              clampBehavior="blur"
              disabled={readOnly}
              value={margins[side]}
              onChange={(value) => {
                const wide = Number(value)
                if (value !== '' && wide >= 5 && wide <= 80) put({ margins: { ...margins, [side]: wide } })
              }}
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}

function TypePart() {
  const t = useText()
  const language = useLanguage()
  const { lab, readOnly } = useOpenLab()
  const { choose } = usePutNaskah()
  const { font, lineSpacing } = lab.naskah
  const known = [...new Set<number>([...spacings, lineSpacing])].sort((a, b) => a - b)
  return (
    <div className={css.two}>
      <Select
        label={t('naskah.font')}
        data={documentFonts.map((value) => ({ value, label: t(`naskah.font_${value}`) }))}
        value={font}
        allowDeselect={false}
        disabled={readOnly}
        onChange={(value) => value && choose({ font: value as DocumentFont /* one of the choices above */ }, t('naskah.font'))}
      />
      <Select
        label={t('naskah.lineSpacing')}
        data={known.map((value) => ({ value: String(value), label: formatNumber(value, language) }))}
        value={String(lineSpacing)}
        allowDeselect={false}
        disabled={readOnly}
        onChange={(value) => value && choose({ lineSpacing: Number(value) }, t('naskah.lineSpacing'))}
      />
    </div>
  )
}

function NumberPart() {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  const { put } = usePutNaskah()
  const input = useRef<HTMLInputElement>(null)
  const { numberPattern } = lab.naskah
  const draft = useDraft(numberPattern, (next) => put({ numberPattern: next }))
  const unknown = unknownTokens(draft.value)
  /** Where the cursor stands, else at the end. */
  const insert = (name: NumberToken) => {
    const at = input.current?.selectionStart ?? draft.value.length
    const token = `{${name}}`
    draft.onChange({ currentTarget: { value: `${draft.value.slice(0, at)}${token}${draft.value.slice(at)}` } })
    input.current?.focus()
    // Once the new text is drawn, the cursor goes behind what was put in.
    requestAnimationFrame(() => input.current?.setSelectionRange(at + token.length, at + token.length))
  }
  return (
    <div className={css.part}>
      <TextInput
        ref={input}
        label={t('naskah.numberPattern')}
        placeholder={t('naskah.numberHint')}
        maxLength={200}
        disabled={readOnly}
        {...draft}
      />
      <p className={css.shown}>{t('naskah.numberShown', { number: letterNumber(draft.value, nowIso().slice(0, 10)) })}</p>
      {unknown.length > 0 && (
        <p className={css.odd} role="status">
          {t('naskah.numberUnknown', { tokens: unknown.join(', ') })}
        </p>
      )}
      {!readOnly && (
        <>
          <p className={css.quiet}>{t('naskah.numberText')}</p>
          <ul className={css.tokens}>
            {numberTokens.map((name) => (
              <li key={name}>
                <button type="button" aria-label={t('naskah.insert', { token: `{${name}}` })} onClick={() => insert(name)}>
                  {`{${name}}`}
                </button>
                <span>{t(`naskah.token_${name}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function TembusanPart() {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  const { put } = usePutNaskah()
  const draft = useDraft(lab.naskah.tembusan, (tembusan) => put({ tembusan }))
  return (
    <Textarea
      label={t('naskah.tembusan')}
      placeholder={t('naskah.tembusanHint')}
      autosize
      minRows={2}
      maxRows={8}
      maxLength={2000}
      disabled={readOnly}
      {...draft}
    />
  )
}

function TtePart() {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  const { choose } = usePutNaskah()
  return (
    <Switch
      label={t('naskah.tte')}
      description={t('naskah.tteText')}
      checked={lab.naskah.tteBox}
      disabled={readOnly}
      onChange={(event) => choose({ tteBox: event.currentTarget.checked }, t('naskah.tte'))}
    />
  )
}
