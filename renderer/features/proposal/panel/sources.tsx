/** What this section draws on, paragraph by paragraph, and what the canvases still hold for it. */
import { Button, NativeSelect } from '@mantine/core'
import { IconArrowLeft, IconCheck, IconRoute } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { StageKey } from '#shared/model/pack.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { linksAt } from '#shared/rules/trail.ts'
import { places } from '../../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { usePacks } from '../../../lab/lab-context.tsx'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { Kbd, StatusChip } from '../../../parts/index.ts'
import { newId, nowIso } from '../../../state/fresh.ts'
import { sectionNumber, useSectionDesk } from '../desk.tsx'
import { wasWritten } from '../editor/cursor.ts'
import { insertQuotation } from '../editor/edits.ts'
import { canvasIcon, otherSources, type Source, sourceKey } from '../place-words.ts'
import { drawsOf, usesOf } from './draws.ts'
import css from './panel.module.css'
import { quotedLinks } from './quoted.ts'
import { useBecome, useFollow } from './trail-keys.tsx'
import { FromHere, UsedHere } from './used.tsx'

export function Sources() {
  const { section, form, value, lab, innovation, editor, readOnly } = useSectionDesk()
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const packs = usePacks()
  const become = useBecome()
  const [stage, setStage] = useState<StageKey | ''>('')
  const draws = useMemo(() => drawsOf(form, packs, value, language, t), [form, packs, value, language, t])
  const drawn = draws.sections.find(({ key }) => key === section.key)?.sources ?? []
  const others = useMemo(() => otherSources(drawn, packs, value, language, t), [drawn, packs, value, language, t])
  const uses = useMemo(() => usesOf(form.id, value.trail), [form, value.trail])
  const usedHere = (source: Source): boolean => uses.get(sourceKey(source))?.has(section.key) === true
  const inStage = ({ def }: Source): boolean => stage === '' || def.stage === stage
  // What another section already took comes last.
  const left = drawn
    .filter((source) => !usedHere(source) && inStage(source))
    .sort((a, b) => Number(uses.has(sourceKey(a))) - Number(uses.has(sourceKey(b))))
  const rest = others.filter((source) => !usedHere(source) && inStage(source))
  const empty = [...new Set(section.draws.map(({ canvas }) => canvas))].flatMap((id) => canvasOf(packs, id) ?? [])
  return (
    <>
      <Whole draws={draws} />
      <UsedHere />
      {readOnly ? null : (
        <Button
          variant="default"
          size="compact-md"
          fullWidth
          disabled={editor === null}
          leftSection={<IconRoute size={16} stroke={1.75} />}
          rightSection={<Kbd>Alt J</Kbd>}
          aria-keyshortcuts="Alt+J"
          onMouseDown={(event) => event.preventDefault()}
          onClick={become}
        >
          {t('trail.becomeParagraph')}
        </Button>
      )}
      <FromHere />
      <div className={css.unusedHead}>
        <h3>
          {t('trail.unusedHere')} {left.filter((source) => !uses.has(sourceKey(source))).length}
        </h3>
        <StageFilter stage={stage} setStage={setStage} sources={[...drawn, ...others]} />
      </div>
      {section.draws.length === 0 && <p className={css.quiet}>{t('proposal.noDraws')}</p>}
      {section.draws.length > 0 && drawn.length === 0 && (
        <div className={css.quiet}>
          <p>{t('proposal.noSources')}</p>
          {empty.map((def) => (
            <p key={def.id}>
              <a href={places.canvas(lab, innovation, def.id)}>{t('proposal.openCanvas', { title: both(def.title) })}</a>
            </p>
          ))}
        </div>
      )}
      {drawn.length > 0 && left.length === 0 && stage === '' && <p className={css.quiet}>{t('trail.allUsed')}</p>}
      <SourceRows sources={left} />
      {rest.length > 0 && (
        <details className={css.others}>
          <summary>
            {t('proposal.otherCanvases')} {rest.length}
          </summary>
          <SourceRows sources={rest} />
        </details>
      )}
    </>
  )
}

/** How much of the canvases no section uses, with the way to the sections that could. */
function Whole({ draws }: { readonly draws: ReturnType<typeof drawsOf> }) {
  const { form, open } = useSectionDesk()
  const t = useText()
  const both = useBoth()
  if (draws.unused === 0) return null
  return (
    <details className={css.whole}>
      <summary>{t('trail.unusedAll', { n: draws.unused })}</summary>
      <ul>
        {draws.sections
          .filter(({ unused }) => unused > 0)
          .map(({ key, unused }) => {
            const title = form.sections.find((one) => one.key === key)?.title
            return (
              <li key={key}>
                <button type="button" onClick={() => open(key)}>
                  <span>
                    {sectionNumber(form, key)}. {title === undefined ? key : both(title)}
                  </span>
                  <small>{t('trail.unusedIn', { n: unused })}</small>
                </button>
              </li>
            )
          })}
      </ul>
    </details>
  )
}

type FilterProps = {
  readonly stage: StageKey | ''
  readonly setStage: (stage: StageKey | '') => void
  readonly sources: readonly Source[]
}

function StageFilter({ stage, setStage, sources }: FilterProps) {
  const { stages } = useOpenLab()
  const t = useText()
  const held = stages.filter(({ key }) => sources.some(({ def }) => def.stage === key))
  if (held.length < 2) return null
  return (
    <NativeSelect
      size="xs"
      aria-label={t('trail.stageFilter')}
      value={stage}
      onChange={({ currentTarget }) => setStage(held.find(({ key }) => key === currentTarget.value)?.key ?? '')}
      data={[{ value: '', label: t('trail.allStages') }, ...held.map(({ key, label }) => ({ value: key, label }))]}
    />
  )
}

/** Drawn at once; thousands of notes would only be in the way. */
const most = 60

function SourceRows({ sources }: { readonly sources: readonly Source[] }) {
  const { value, form, section } = useSectionDesk()
  const t = useText()
  const [all, setAll] = useState(false)
  const quoted = useMemo(() => quotedLinks(value.proposals[form.id]?.sections[section.key]), [value, form, section])
  const shown = all ? sources : sources.slice(0, most)
  return (
    <>
      <ul className={css.sources}>
        {shown.map((source) => (
          <SourceRow key={sourceKey(source)} source={source} quoted={quoted} />
        ))}
      </ul>
      {shown.length < sources.length ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('trail.moreSteps', { n: sources.length - shown.length })}
        </Button>
      ) : null}
    </>
  )
}

function SourceRow({ source, quoted }: { readonly source: Source; readonly quoted: ReadonlySet<string> }) {
  const { form, section, doc, editor, readOnly, me, announce, value } = useSectionDesk()
  const t = useText()
  const follow = useFollow()
  const Icon = canvasIcon[source.def.kind]
  const toForm = linksAt(value.trail, source).out.filter(({ to }) => to.place === 'section' && to.of === form.id)
  const links = toForm.filter(({ to }) => to.key === section.key)
  const elsewhere = [...new Set(toForm.filter(({ to }) => to.key !== section.key).map(({ to }) => sectionNumber(form, to.key)))]
  const insert = () => {
    if (editor === null) return
    // A link whose words were deleted is taken up again, so that the trail does not fill with repeats.
    const id = links[0]?.id ?? newId<'link'>()
    insertQuotation(editor, doc, {
      picked: source,
      form: form.id,
      section: section.key,
      id,
      by: me,
      at: nowIso(),
      last: !wasWritten(editor),
    })
    announce(t('proposal.inserted', { where: source.where }))
  }
  return (
    <li>
      <span className={css.sourceIcon}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </span>
      <div className={css.sourceText}>
        <button type="button" onClick={() => follow({ place: source.place, of: source.of, key: source.key, quote: source.text })}>
          {source.where}
        </button>
        <p title={source.text}>{source.text}</p>
      </div>
      <div className={css.sourceActs}>
        {elsewhere.length > 0 && (
          <StatusChip tone="ok" icon={IconCheck}>
            {t('trail.usedIn', { n: elsewhere.join(', ') })}
          </StatusChip>
        )}
        {!links.some(({ id }) => quoted.has(id)) && !readOnly && (
          <Button
            variant="default"
            size="compact-sm"
            disabled={editor === null}
            leftSection={<IconArrowLeft size={14} stroke={1.75} aria-hidden />}
            aria-label={t('proposal.insertNamed', { text: source.text.slice(0, 80) })}
            onMouseDown={(event) => event.preventDefault()}
            onClick={insert}
          >
            {t('proposal.insert')}
          </Button>
        )}
      </div>
    </li>
  )
}
