/** Evidence attached to the open section, and the papers that have to be handed in with the form. */
import { Button, Menu } from '@mantine/core'
import { IconAlertTriangle, IconFileCheck, IconFilePlus, IconFileX, IconPlus, IconPrinter, IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import { useLocation } from 'wouter'
import type { Evidence, EvidenceTarget } from '#shared/model/evidence.ts'
import type { ProposalStatement } from '#shared/model/pack.ts'
import { proves } from '#shared/rules/maturity.ts'
import { evidenceFor, isAsked } from '#shared/rules/submission-papers.ts'
import { places } from '../../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { AttachedFile } from '../../../lab/attached-file.tsx'
import { evidenceFacts, factsLine } from '../../../lab/evidence/facts.ts'
import { type EvidenceActs, useEvidenceActs } from '../../../lab/evidence/use-evidence.ts'
import { useMissing } from '../../../lab/evidence/use-missing.ts'
import { ErrorBanner, StatusChip, type Tone } from '../../../parts/index.ts'
import { useDesk, useSectionDesk } from '../desk.tsx'
import { takeFocus } from '../wanted.ts'
import margin from './margin.module.css'
import css from './panel.module.css'

/** Stands for this part of the panel, where a section key would. */
export const statementPlace = '/statements'

const plainTarget = (kind: 'section' | 'statement', of: string, key: string): EvidenceTarget => ({ kind, of, key, level: 0, basis: '' })

export function EvidencePanel() {
  const { lab, innovation, doc, readOnly, section } = useDesk()
  const t = useText()
  const acts = useEvidenceActs(lab, doc, readOnly)
  return (
    <>
      {section !== null && <SectionEvidence acts={acts} />}
      {acts.busy !== null && (
        <p className={css.quiet} role="status">
          {t('proposal.storing', { name: acts.busy.name, n: acts.busy.n, of: acts.busy.all })}
        </p>
      )}
      {acts.troubles.map((trouble) => (
        <ErrorBanner key={trouble.detail} {...trouble} />
      ))}
      <Statements acts={acts} />
      <p className={css.small}>
        <a href={places.evidence(lab, innovation)}>{t('proposal.allEvidence')}</a>
      </p>
    </>
  )
}

function SectionEvidence({ acts }: { readonly acts: EvidenceActs }) {
  const { form, section, value, readOnly } = useSectionDesk()
  const t = useText()
  const both = useBoth()
  const target = plainTarget('section', form.id, section.key)
  const held = evidenceFor(value.evidence, 'section', form.id, section.key)
  const { attachments } = section
  const most = attachments?.most
  const counted = held.filter(proves).length
  return (
    <section className={css.evidence} aria-label={t('proposal.sectionEvidence')}>
      <h3 className={margin.partTitle}>
        {t('proposal.sectionEvidence')} <span>{held.length}</span>
      </h3>
      {attachments !== undefined && (
        <p className={margin.hint}>
          {most === 0 ? t('proposal.noAttachments') : t(attachments.required ? 'proposal.mostRequired' : 'proposal.most', { n: most ?? 0 })}{' '}
          {attachments.hint !== undefined && both(attachments.hint)}
        </p>
      )}
      {held.length === 0 && most !== 0 && <p className={css.quiet}>{t('proposal.noSectionEvidence')}</p>}
      <Rows held={held} target={target} label={both(section.title)} acts={acts} />
      {most !== undefined && counted > most && (
        <p className={margin.warning}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          {t('proposal.tooMany', { n: counted, most })}
        </p>
      )}
      {!readOnly && most !== 0 && <Add target={target} held={held} acts={acts} />}
    </section>
  )
}

const looks: Readonly<Record<Evidence['state'], Tone>> = { belum: 'plain', sah: 'ok', ditolak: 'bad' }

type RowsProps = {
  readonly held: readonly Evidence[]
  readonly target: EvidenceTarget
  readonly label: string
  readonly acts: EvidenceActs
}

function Rows({ held, target, label, acts }: RowsProps) {
  const { lab, value, readOnly } = useDesk()
  const t = useText()
  const language = useLanguage()
  const missing = useMissing(lab, value.evidence.length)
  const gone = useMemo(() => new Set(missing.map(({ name }) => name)), [missing])
  if (held.length === 0) return null
  return (
    <ul className={margin.held}>
      {held.map((one) => {
        const facts = evidenceFacts(one, value, gone)
        const name = one.title || one.link || facts.file?.title || t('proposal.untitledEvidence')
        return (
          <li key={one.id}>
            <div>
              <b>{name}</b>
              <small>{factsLine(one, facts, language)}</small>
              {facts.heavy && <small data-warn>{t('proposal.heavyPdf')}</small>}
              {facts.gone && <small data-warn>{t('proposal.fileGone')}</small>}
              {one.file === '' && one.link.trim() === '' && <small data-warn>{t('proposal.noFileYet')}</small>}
              {one.state !== 'belum' && <StatusChip tone={looks[one.state]}>{t(`proposal.evidence_${one.state}`)}</StatusChip>}
              {one.file !== '' && !facts.gone && <AttachedFile lab={lab} name={one.file} label={t('proposal.openFile')} saveName={name} />}
            </div>
            {!readOnly && (
              <button
                type="button"
                className={css.cut}
                aria-label={t('proposal.detachEvidence', { name })}
                title={t('proposal.detach')}
                onClick={() => acts.detach(one, target, label)}
              >
                <IconX size={16} stroke={1.75} aria-hidden />
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** A new file, or something that is there already. */
function Add({ target, held, acts }: Omit<RowsProps, 'label'>) {
  const { value } = useDesk()
  const t = useText()
  const picker = useRef<HTMLInputElement>(null)
  const others = value.evidence.filter((one) => !held.includes(one))
  return (
    <div className={margin.add}>
      <Button
        variant="default"
        size="compact-sm"
        loading={acts.busy !== null}
        leftSection={<IconFilePlus size={16} stroke={1.75} aria-hidden />}
        onClick={() => picker.current?.click()}
      >
        {t('proposal.upload')}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('proposal.upload')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // The same file may be chosen again.
          currentTarget.value = ''
          void acts.take(files, [target])
        }}
      />
      {others.length > 0 && (
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
              {t('proposal.attachExisting')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={margin.menu ?? ''}>
            {others.map((one) => (
              <Menu.Item key={one.id} onClick={() => acts.attach(one, target)}>
                {one.title || one.link || t('proposal.untitledEvidence')}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

function Statements({ acts }: { readonly acts: EvidenceActs }) {
  const { form, value } = useDesk()
  const t = useText()
  const header = value.proposals[form.id]?.header ?? {}
  const asked = form.statements.filter((one) => isAsked(one, header))
  if (asked.length === 0) return null
  return (
    <section className={css.evidence} aria-label={t('proposal.statements')}>
      <h3 className={margin.partTitle}>
        {t('proposal.statements')} <span>{asked.length}</span>
      </h3>
      <ul className={margin.statements}>
        {asked.map((one) => (
          <Statement key={one.key} statement={one} acts={acts} />
        ))}
      </ul>
    </section>
  )
}

function Statement({ statement, acts }: { readonly statement: ProposalStatement; readonly acts: EvidenceActs }) {
  const { lab, innovation, form, value, readOnly } = useDesk()
  const t = useText()
  const both = useBoth()
  const [, navigate] = useLocation()
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const wanted = takeFocus(statementPlace, statement.key)
    if (wanted === null) return
    place.current?.scrollIntoView({ block: 'center' })
    place.current?.focus({ preventScroll: true })
  }, [statement.key])
  const target = plainTarget('statement', form.id, statement.key)
  const held = evidenceFor(value.evidence, 'statement', form.id, statement.key)
  const there = held.some(proves)
  const documents = places.innovationDocuments(lab, innovation)
  return (
    <li ref={place} tabIndex={-1} data-statement={statement.key}>
      <p className={margin.statementHead}>
        <b>{both(statement.title)}</b>
        {there ? (
          <StatusChip tone="ok" icon={IconFileCheck}>
            {t('proposal.attached')}
          </StatusChip>
        ) : (
          <StatusChip tone={statement.required ? 'warn' : 'plain'} icon={IconFileX}>
            {t(statement.required ? 'proposal.notAttached' : 'proposal.notAttachedYet')}
          </StatusChip>
        )}
      </p>
      {statement.hint !== undefined && <p className={margin.hint}>{both(statement.hint)}</p>}
      <Rows held={held} target={target} label={both(statement.title)} acts={acts} />
      {statement.document !== undefined && (
        <Button
          component="a"
          href={documents}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
          onClick={(event) => {
            // The page of documents opens with this paper chosen.
            event.preventDefault()
            navigate(documents.slice(1), { state: { document: statement.document } })
          }}
        >
          {t('proposal.printStatement')}
        </Button>
      )}
      {!readOnly && <Add target={target} held={held} acts={acts} />}
    </li>
  )
}
