/** What the canvases hold for this section, each with a button that puts it into the text. */
import { Button } from '@mantine/core'
import { IconArrowLeft, IconCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { TrailLink } from '#shared/model/lab.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { places } from '../../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { usePacks } from '../../../lab/lab-context.tsx'
import { StatusChip } from '../../../parts/index.ts'
import { wantFocus } from '../../../state/arrival.ts'
import { newId, nowIso } from '../../../state/fresh.ts'
import { useSectionDesk } from '../desk.tsx'
import { wasWritten } from '../editor/cursor.ts'
import { insertQuotation } from '../editor/edits.ts'
import { canvasIcon, drawnSources, otherSources, type Source, sourceKey } from '../place-words.ts'
import css from './panel.module.css'
import { quotedLinks } from './quoted.ts'

export function Sources() {
  const { section, value, lab, innovation } = useSectionDesk()
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const packs = usePacks()
  const drawn = useMemo(() => drawnSources(section.draws, packs, value, language, t), [section, packs, value, language, t])
  const others = useMemo(() => otherSources(drawn, packs, value, language, t), [drawn, packs, value, language, t])
  const empty = [...new Set(section.draws.map(({ canvas }) => canvas))].flatMap((id) => canvasOf(packs, id) ?? [])
  return (
    <>
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
      <SourceRows sources={drawn} />
      {others.length > 0 && (
        <details className={css.others}>
          <summary>
            {t('proposal.otherCanvases')} {others.length}
          </summary>
          <SourceRows sources={others} />
        </details>
      )}
    </>
  )
}

function SourceRows({ sources }: { readonly sources: readonly Source[] }) {
  const { value, form, section } = useSectionDesk()
  const quoted = useMemo(() => quotedLinks(value.proposals[form.id]?.sections[section.key]), [value, form, section])
  return (
    <ul className={css.sources}>
      {sources.map((source) => {
        const links = value.trail.filter(
          ({ from, to }) =>
            from.of === source.of && from.key === source.key && to.place === 'section' && to.of === form.id && to.key === section.key,
        )
        return <SourceRow key={sourceKey(source)} source={source} links={links} quoted={links.some(({ id }) => quoted.has(id))} />
      })}
    </ul>
  )
}

function SourceRow({ source, links, quoted }: { readonly source: Source; readonly links: readonly TrailLink[]; readonly quoted: boolean }) {
  const { lab, innovation, form, section, doc, editor, readOnly, me, announce } = useSectionDesk()
  const t = useText()
  const Icon = canvasIcon[source.def.kind]
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
        <a href={places.canvas(lab, innovation, source.of)} onClick={() => wantFocus(source)}>
          {source.where}
        </a>
        <p title={source.text}>{source.text}</p>
      </div>
      <div className={css.sourceActs}>
        {links.length > 0 && (
          <StatusChip tone="ok" icon={IconCheck}>
            {t('proposal.used')}
          </StatusChip>
        )}
        {!quoted && !readOnly && (
          <Button
            variant="default"
            size="compact-sm"
            disabled={editor === null}
            leftSection={<IconArrowLeft size={14} stroke={1.75} aria-hidden />}
            aria-label={t('proposal.insertNamed', { text: source.text.slice(0, 80) })}
            onMouseDown={(event) => event.preventDefault()}
            onClick={insert}
          >
            {t(links.length > 0 ? 'proposal.insertAgain' : 'proposal.insert')}
          </Button>
        )}
      </div>
    </li>
  )
}
