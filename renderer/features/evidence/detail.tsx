/** All there is to say about one piece of evidence. */
import { Button } from '@mantine/core'
import { IconCopy, IconPaperclip, IconReplace, IconTrash, IconUpload, IconX } from '@tabler/icons-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import { type Evidence, evidenceStates } from '#shared/model/evidence.ts'
import type { Innovation } from '#shared/model/lab.ts'
import { formatDay, localDay } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { AttachedFile } from '../../lab/attached-file.tsx'
import { evidenceFacts, factsLine } from '../../lab/evidence/facts.ts'
import { targetKey, targetLabel } from '../../lab/evidence/targets.ts'
import type { EvidenceActs } from '../../lab/evidence/use-evidence.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, Segmented } from '../../parts/index.ts'
import { copyText } from '../../state/copy-text.ts'
import css from './evidence.module.css'
import { Preview } from './preview.tsx'
import { TargetPicker } from './target-picker.tsx'

type Props = {
  readonly one: Evidence
  readonly innovation: Innovation
  readonly gone: ReadonlySet<string>
  readonly acts: EvidenceActs
  readonly readOnly: boolean
}

export function EvidenceDetail({ one, innovation, gone, acts, readOnly }: Props) {
  const t = useText()
  const language = useLanguage()
  const { lab } = useOpenLab()
  const facts = evidenceFacts(one, innovation, gone)
  const put = (patch: Partial<Omit<Evidence, 'id'>>) => acts.change(one.id, patch)
  const states = evidenceStates.map((value) => ({ value, label: t(`evidence.state_${value}`) }))
  return (
    <Panel label={one.title || t('evidence.untitled')}>
      <div className={css.detail}>
        <Field label={t('evidence.name')} value={one.title} readOnly={readOnly} write={(title) => put({ title })} />
        <p className={css.facts}>{factsLine(one, facts, language)}</p>
        {facts.gone && <p className={css.bad}>{t('evidence.goneDo')}</p>}
        {facts.heavy && <p className={css.warn}>{t('evidence.heavyDo')}</p>}
        {one.file === '' && <LinkField one={one} readOnly={readOnly} write={(link) => put({ link })} />}
        <FileActs one={one} acts={acts} gone={facts.gone} readOnly={readOnly} />
        {one.file !== '' && !facts.gone && <Preview name={one.file} title={one.title} kind={facts.kind} />}
        <Targets one={one} innovation={innovation} acts={acts} readOnly={readOnly} />
        <div className={css.pair}>
          <Field label={t('evidence.date')} type="date" value={one.date} readOnly={readOnly} write={(date) => put({ date })} />
          <div className={css.field}>
            <span className={css.label}>{t('evidence.state')}</span>
            {readOnly ? (
              <span>{t(`evidence.state_${one.state}`)}</span>
            ) : (
              <Segmented label={t('evidence.state')} value={one.state} segments={states} onChange={(state) => put({ state })} />
            )}
            <small className={css.quiet}>{t('evidence.stateHint')}</small>
          </div>
        </div>
        <Field
          label={t('evidence.note')}
          hint={t('evidence.noteHint')}
          value={one.note}
          long
          readOnly={readOnly}
          write={(note) => put({ note })}
        />
        <div className={css.foot}>
          {one.at !== '' && (
            <small className={css.quiet}>
              {t('evidence.addedBy', { by: one.by || t('evidence.somebody'), at: formatDay(localDay(one.at, lab.timeZone), language) })}
            </small>
          )}
          {!readOnly && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              onClick={() => acts.remove(one)}
              leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
            >
              {t('evidence.remove')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  )
}

function Field(props: {
  readonly label: string
  readonly value: string
  readonly readOnly: boolean
  readonly write: (next: string) => void
  readonly type?: 'text' | 'date' | 'url'
  readonly hint?: string
  readonly long?: boolean
  readonly below?: ReactNode
}) {
  const id = useId()
  const draft = useDraft(props.value, props.write)
  const shared = { id, readOnly: props.readOnly, placeholder: props.hint, ...draft }
  return (
    <div className={css.field}>
      <label htmlFor={id}>{props.label}</label>
      {props.long ? <textarea rows={2} maxLength={4000} {...shared} /> : <input type={props.type ?? 'text'} maxLength={300} {...shared} />}
      {props.below}
    </div>
  )
}

function LinkField({ one, readOnly, write }: Pick<Props, 'one' | 'readOnly'> & { readonly write: (next: string) => void }) {
  const t = useText()
  const [copied, setCopied] = useState<boolean | null>(null)
  const whole = /^https?:\/\/[^\s/]+\.[^\s]+$/u.test(one.link.trim())
  const begun = one.link.trim() !== '' && one.link.trim() !== 'https://'
  return (
    <Field
      label={t('evidence.link')}
      type="url"
      hint={t('evidence.linkHint')}
      value={one.link}
      readOnly={readOnly}
      write={write}
      below={
        <>
          {begun && !whole && <small className={css.warn}>{t('evidence.linkBad')}</small>}
          {whole && (
            <div className={css.row}>
              <Button
                variant="default"
                size="xs"
                onClick={() => void copyText(one.link.trim()).then(setCopied)}
                leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
              >
                {t('evidence.openLink')}
              </Button>
              <small role="status" className={css.quiet}>
                {copied === null ? t('evidence.linkOffline') : t(copied ? 'evidence.linkCopied' : 'evidence.linkNotCopied')}
              </small>
            </div>
          )}
        </>
      }
    />
  )
}

function FileActs({ one, acts, gone, readOnly }: Pick<Props, 'one' | 'acts' | 'readOnly'> & { readonly gone: boolean }) {
  const t = useText()
  const { id: lab } = useOpenLab()
  const picker = useRef<HTMLInputElement>(null)
  const label = t(one.file === '' ? 'evidence.attachFile' : 'evidence.replace')
  const Icon = one.file === '' ? IconUpload : IconReplace
  return (
    <div className={css.row}>
      {one.file !== '' && !gone && <AttachedFile lab={lab} name={one.file} label={t('evidence.download')} saveName={one.title} />}
      {!readOnly && (
        <Button
          variant={gone ? 'light' : 'default'}
          size="xs"
          disabled={acts.busy !== null}
          onClick={() => picker.current?.click()}
          leftSection={<Icon size={16} stroke={1.75} aria-hidden />}
        >
          {label}
        </Button>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void acts.replace(one, file)
        }}
      />
    </div>
  )
}

function Targets({ one, innovation, acts, readOnly }: Pick<Props, 'one' | 'innovation' | 'acts' | 'readOnly'>) {
  const t = useText()
  const language = useLanguage()
  const packs = usePacks()
  const [picking, setPicking] = useState(false)
  return (
    <fieldset className={css.proves}>
      <legend>{t('evidence.proves')}</legend>
      {one.targets.length === 0 ? (
        <p className={css.quiet}>{t('evidence.provesNothing')}</p>
      ) : (
        <ul>
          {one.targets.map((target) => {
            const label = targetLabel(target, packs, innovation, language)
            return (
              <li key={targetKey(target)}>
                <span>{label}</span>
                {!readOnly && (
                  <button type="button" aria-label={t('evidence.detach', { what: label })} onClick={() => acts.detach(one, target, label)}>
                    <IconX size={16} stroke={1.75} aria-hidden />
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {!readOnly && (picking || one.targets.length === 0) && (
        <TargetPicker
          one={one}
          innovation={innovation}
          onAttach={(target) => {
            // It stays open: a paper often proves several things.
            setPicking(true)
            acts.attach(one, target)
          }}
        />
      )}
      {!readOnly && !picking && one.targets.length > 0 && (
        <Button
          className={css.more}
          variant="default"
          size="xs"
          onClick={() => setPicking(true)}
          leftSection={<IconPaperclip size={16} stroke={1.75} aria-hidden />}
        >
          {t('evidence.attachMore')}
        </Button>
      )}
    </fieldset>
  )
}
