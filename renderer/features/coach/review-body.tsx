/** One form under review: its entries one below the other, with everything a coach does to it in one bar. */
import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconChecks, IconCircleCheck, IconCornerUpLeft, IconEye } from '@tabler/icons-react'
import { useMemo } from 'react'
import type * as Y from 'yjs'
import { reviewKey } from '#shared/doc/reviews.ts'
import type { InnovationId } from '#shared/model/ids.ts'
import type { Innovation } from '#shared/model/lab.ts'
import { isChanged, textChanges } from '#shared/rules/text-changes.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useInnovation } from '../../collab/use-innovation.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, Kbd, StatusChip } from '../../parts/index.ts'
import { useWhen } from './ago.ts'
import { stateLooks } from './desk-list.tsx'
import { PartCard } from './part-card.tsx'
import { quickKeys } from './remark-box.tsx'
import css from './review.module.css'
import { ReviewAside } from './review-aside.tsx'
import type { Going } from './review-page.tsx'
import { type Signer, useSigner } from './signer.ts'
import { type Part, type Subject, useSubject } from './subject.ts'
import { type ReviewDesk, useReview } from './use-review.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { WhoReviews } from './who-reviews.tsx'

type Props = {
  readonly innovation: InnovationId
  readonly of: string
  readonly doc: Y.Doc
  readonly readOnly: boolean
  readonly going: Going
}

export function ReviewBody({ innovation, of, doc, readOnly, going }: Props) {
  const t = useText()
  const { id } = useOpenLab()
  const value = useInnovation(doc, innovation, id)
  const subject = useSubject(of, value, useLanguage())
  if (subject === null)
    return (
      <div className={css.page}>
        <BackToDesk />
        <EmptyState title={t('coach.gone')} text={t('coach.goneText')} />
      </div>
    )
  return <OpenReview doc={doc} value={value} subject={subject} going={going} readOnly={readOnly} />
}

type OpenProps = Omit<Props, 'innovation' | 'of'> & { readonly value: Innovation; readonly subject: Subject }

function OpenReview({ doc, value, subject, going, readOnly }: OpenProps) {
  const t = useText()
  const { id, lab } = useOpenLab()
  const signer = useSigner()
  const desk = useReview({ doc, value, subject, going, signer, readOnly })
  const name = value.name.trim() === '' ? t('coach.unnamed') : value.name
  usePageTitle(name, t('coach.title'))
  const mainAct = desk.counts.mend > 0 ? 'returned' : 'accepted'
  useReviewKeys({
    step: desk.step,
    ok: () => desk.acts.ok(desk.current),
    mend: () => desk.acts.mend(desk.current),
    quick: (at) => desk.quick(t(quickKeys[at] ?? quickKeys[0])),
    finish: () => desk.end(mainAct),
    acceptAll: () => desk.end('accepted', true),
    team: desk.team,
  })
  const unit = lab.units.find((one) => one.id === value.unit)
  const here = subject.kind === 'proposal' ? places.proposal(id, value.id, subject.of) : places.canvas(id, value.id, subject.of)
  return (
    <div className={css.page}>
      <BackToDesk />
      <header className={css.head}>
        <div>
          <h1 tabIndex={-1}>{name}</h1>
          <p>{[subject.title, unit?.name ?? t('coach.noUnit')].join(' · ')}</p>
        </div>
        <RoundChip value={value} of={subject.of} />
        <a href={here} className={css.openIt}>
          {t(subject.kind === 'proposal' ? 'coach.openProposal' : 'coach.openIt')}
        </a>
      </header>
      <Bar desk={desk} going={going} main={mainAct} readOnly={readOnly} />
      {!readOnly && <WhoReviews signer={signer} asked={desk.asked} field={desk.nameField} />}
      <div className={css.columns}>
        <div className={css.column}>
          <SinceLook desk={desk} subject={subject} answered={(value.rounds[subject.of] ?? []).some(({ kind }) => kind !== 'submitted')} />
          <Head parts={subject.parts.filter((part) => !part.reviewed)} />
          {desk.reviewed.map((part) => (
            <PartCard
              key={part.key}
              part={part}
              review={value.reviews[reviewKey(subject.of, part.key)]}
              seen={desk.base === null ? null : (desk.base.answers[part.key] ?? '')}
              current={part.key === desk.current}
              draft={desk.drafts[part.key] ?? null}
              lacks={desk.lacks === part.key}
              readOnly={readOnly}
              acts={desk.acts}
            />
          ))}
        </div>
        <ReviewAside value={value} of={subject.of} desk={desk} signer={signer satisfies Signer} readOnly={readOnly} />
      </div>
    </div>
  )
}

function BackToDesk() {
  const t = useText()
  const { id } = useOpenLab()
  return (
    <a className={css.back} href={places.coach(id)}>
      <IconArrowLeft size={16} stroke={1.75} aria-hidden />
      {t('coach.desk')}
    </a>
  )
}

const roundStates = { submitted: 'waiting', returned: 'returned', accepted: 'accepted' } as const

function RoundChip({ value, of }: { readonly value: Innovation; readonly of: string }) {
  const t = useText()
  const last = value.rounds[of]?.at(-1)
  const state = last === undefined ? 'draft' : roundStates[last.kind]
  return (
    <StatusChip tone={stateLooks[state].tone} icon={stateLooks[state].icon}>
      {t(`coach.state_${state}`)}
    </StatusChip>
  )
}

type BarProps = {
  readonly desk: ReviewDesk
  readonly going: Going
  readonly main: 'returned' | 'accepted'
  readonly readOnly: boolean
}

function Bar({ desk, going, main, readOnly }: BarProps) {
  const t = useText()
  const mayReturn = desk.counts.mend > 0 || desk.note.trim() !== ''
  return (
    <div className={css.bar} data-review-bar="" role="toolbar" aria-label={t('coach.title')}>
      <div className={css.team}>
        <Button
          size="sm"
          variant="default"
          aria-keyshortcuts="Shift+N"
          disabled={going.before === null}
          title={going.before === null ? t('coach.noneBefore') : undefined}
          leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
          rightSection={<Kbd>⇧N</Kbd>}
          onClick={() => desk.team(-1)}
        >
          {t('coach.before')}
        </Button>
        <strong className={css.position}>{t('coach.position', { n: going.position, of: going.count })}</strong>
        <Button
          size="sm"
          variant="default"
          aria-keyshortcuts="N"
          disabled={going.next === null}
          title={going.next === null ? t('coach.noneNext') : undefined}
          rightSection={
            <>
              <Kbd>N</Kbd>
              <IconArrowRight size={16} stroke={1.75} aria-hidden />
            </>
          }
          onClick={() => desk.team(1)}
        >
          {t('coach.next')}
        </Button>
      </div>
      {readOnly ? (
        <p className={css.readOnly}>
          <IconEye size={16} stroke={1.75} aria-hidden />
          {t('coach.readOnly')}
        </p>
      ) : (
        <div className={css.ends}>
          <Button
            size="sm"
            variant="default"
            title={t('coach.acceptAllHint')}
            aria-keyshortcuts="A"
            leftSection={<IconChecks size={16} stroke={1.75} aria-hidden />}
            rightSection={<Kbd>A</Kbd>}
            onClick={() => desk.end('accepted', true)}
          >
            {t('coach.acceptAll')}
          </Button>
          <Button
            size="sm"
            variant={main === 'returned' ? 'filled' : 'default'}
            disabled={!mayReturn}
            title={mayReturn ? undefined : t('coach.returnNeeds')}
            leftSection={<IconCornerUpLeft size={16} stroke={1.75} aria-hidden />}
            rightSection={main === 'returned' && <Kbd>Ctrl ↵</Kbd>}
            onClick={() => desk.end('returned')}
          >
            {t('coach.return')}
          </Button>
          <Button
            size="sm"
            variant={main === 'accepted' ? 'filled' : 'default'}
            disabled={desk.counts.mend > 0}
            title={desk.counts.mend > 0 ? t('canvas.acceptNot', { n: desk.counts.mend }) : undefined}
            leftSection={<IconCircleCheck size={16} stroke={1.75} aria-hidden />}
            rightSection={main === 'accepted' && <Kbd>Ctrl ↵</Kbd>}
            onClick={() => desk.end('accepted')}
          >
            {t('coach.accept')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What stands at the head of a form and is not reviewed: whom to call. */
function Head({ parts }: { readonly parts: readonly Part[] }) {
  const filled = parts.filter(({ text }) => text.trim() !== '')
  if (filled.length === 0) return null
  return (
    <dl className={css.facts}>
      {filled.map((part) => (
        <div key={part.key}>
          <dt>{part.label}</dt>
          <dd>{part.text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** How much is different from what a coach last saw. */
function SinceLook(props: {
  readonly desk: ReviewDesk
  readonly subject: Subject /** A coach has answered it, with or without a look. */
  readonly answered: boolean
}) {
  const { desk, subject, answered } = props
  const t = useText()
  const { full } = useWhen()
  const { base } = desk
  const n = useMemo(() => {
    if (base === null) return 0
    return subject.parts.filter(({ key, kept }) => isChanged(textChanges(base.answers[key] ?? '', kept))).length
  }, [base, subject])
  const said = base === null ? {} : { by: base.by === '' ? t('coach.unnamed') : base.by, when: full(base.at) }
  return (
    <p className={css.since} data-changed={n > 0 || undefined}>
      <IconEye size={16} stroke={1.75} aria-hidden />
      {base === null
        ? t(answered ? 'coach.noLook' : 'coach.neverSeen')
        : n === 0
          ? t('coach.sameSince', said)
          : t('coach.changedSince', { ...said, n })}
    </p>
  )
}
