/** The links of the open section: what it draws on, by paragraph, and what its words became on the canvases. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconLinkOff } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { byPerson } from '#shared/doc/origins.ts'
import { removeLink } from '#shared/doc/trail.ts'
import type { TrailLink } from '#shared/model/lab.ts'
import { allCanvases } from '#shared/rules/packs.ts'
import { linkState, linksAt } from '#shared/rules/trail.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { usePacks } from '../../../lab/lab-context.tsx'
import { StatusChip } from '../../../parts/index.ts'
import { useEndWords } from '../../../trail/end-words.ts'
import { walkStore } from '../../../trail/walk.ts'
import { useSectionDesk } from '../desk.tsx'
import { wasWritten } from '../editor/cursor.ts'
import { asStep, forgetSource, insertQuotation } from '../editor/edits.ts'
import css from './panel.module.css'
import { quotedIn } from './quoted.ts'
import { renewQuotation, saysStill, showQuotation } from './section-trail.ts'
import { useFollow, useGoBack } from './trail-keys.tsx'

export function UsedHere() {
  const { value, form, section } = useSectionDesk()
  const t = useText()
  const { into } = linksAt(value.trail, { place: 'section', of: form.id, key: section.key })
  const quoted = useMemo(() => quotedIn(value.proposals[form.id]?.sections[section.key]), [value, form, section])
  const places = new Map<number | null, TrailLink[]>()
  for (const link of into) {
    const at = quoted.get(link.id) ?? null
    places.set(at, [...(places.get(at) ?? []), link])
  }
  // What is no longer in the text stands last.
  const groups = [...places].sort(([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
  return (
    <section className={css.used} aria-label={t('trail.usedHere')}>
      <h3>
        {t('trail.usedHere')} {into.length}
      </h3>
      <WayBack />
      {into.length === 0 ? <p className={css.quiet}>{t('trail.usedNothing')}</p> : null}
      {groups.map(([at, links]) => (
        <div key={at ?? 'none'}>
          <h4>{at === null ? t('trail.notInText') : t('trail.paragraphN', { n: at })}</h4>
          <ul>
            {links.map((link) => (
              <UsedLink key={link.id} link={link} inText={at !== null} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function UsedLink({ link, inText }: { readonly link: TrailLink; readonly inText: boolean }) {
  const { value, doc, editor, readOnly, form, section } = useSectionDesk()
  const t = useText()
  const language = useLanguage()
  const packs = usePacks()
  const follow = useFollow()
  const wordsOf = useEndWords(value)
  const words = wordsOf(link.from)
  const state = linkState(link, value, allCanvases(packs), language)
  const still = state.is === 'changed' && editor !== null && saysStill(editor, link)
  const again = (): void => {
    if (editor === null || link.from.place === 'section') return
    const picked = { ...link.from, place: link.from.place, text: link.from.quote }
    insertQuotation(editor, doc, {
      picked,
      form: form.id,
      section: section.key,
      id: link.id,
      by: link.by,
      at: link.at,
      last: !wasWritten(editor),
    })
  }
  return (
    <li data-state={state.is}>
      <p className={css.usedWhere}>
        {words.now === null || !words.known ? (
          <span>{words.where}</span>
        ) : (
          <button type="button" onClick={() => follow(link.from)}>
            {words.where}
          </button>
        )}
        {state.is === 'gone' ? <StatusChip icon={IconLinkOff}>{t('trail.sourceGone')}</StatusChip> : null}
        {state.is === 'changed' ? (
          <StatusChip tone="warn" icon={IconAlertTriangle}>
            {t('trail.changed')}
          </StatusChip>
        ) : null}
      </p>
      {inText && editor !== null ? (
        <button type="button" className={css.quote} onClick={() => showQuotation(editor, link.id)}>
          {link.from.quote}
        </button>
      ) : (
        <p className={css.quote}>{link.from.quote}</p>
      )}
      {state.is === 'changed' ? <p className={css.nowSays}>{t('trail.nowSays', { text: state.now })}</p> : null}
      {readOnly || editor === null || (inText && state.is !== 'changed') ? null : (
        <div className={css.usedActs}>
          {state.is === 'changed' && inText ? (
            <>
              {still ? (
                <Button size="compact-sm" variant="light" onClick={() => renewQuotation(editor, doc, link, state.now, true)}>
                  {t('trail.renew')}
                </Button>
              ) : null}
              <Button size="compact-sm" variant="default" onClick={() => renewQuotation(editor, doc, link, state.now, false)}>
                {t('trail.keepAsIs')}
              </Button>
            </>
          ) : null}
          {inText ? null : (
            <>
              <Button size="compact-sm" variant="default" onMouseDown={(event) => event.preventDefault()} onClick={again}>
                {t('proposal.insertAgain')}
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => forgetSource(editor, doc, link.id)}>
                {t('proposal.forgetSource')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}

/** What became of words of this section. */
export function FromHere() {
  const { value, form, section, doc, editor, readOnly } = useSectionDesk()
  const t = useText()
  const follow = useFollow()
  const wordsOf = useEndWords(value)
  const { out } = linksAt(value.trail, { place: 'section', of: form.id, key: section.key })
  if (out.length === 0) return null
  return (
    <section className={css.used} aria-label={t('trail.fromHere')}>
      <h3>
        {t('trail.fromHere')} {out.length}
      </h3>
      <ul>
        {out.map((link) => {
          const words = wordsOf(link.to)
          return (
            <li key={link.id}>
              <p className={css.usedWhere}>
                {words.now === null || !words.known ? (
                  <span>
                    {words.where}, {t('canvas.trailGone')}
                  </span>
                ) : (
                  <button type="button" onClick={() => follow(link.to)}>
                    {words.where}
                  </button>
                )}
                {readOnly || editor === null ? null : (
                  <button
                    type="button"
                    className={css.cut}
                    aria-label={t('canvas.unlink', { place: words.where })}
                    onClick={() => asStep(editor, () => removeLink(doc, link.id, byPerson))}
                  >
                    <IconLinkOff size={16} stroke={1.75} aria-hidden />
                  </button>
                )}
              </p>
              <p className={css.quote}>{words.now ?? link.to.quote}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function WayBack() {
  const { innovation } = useSectionDesk()
  const t = useText()
  const goBack = useGoBack()
  const last = useStore(walkStore, ({ path }) => path.at(-1) ?? null)
  if (last === null || last.innovation !== innovation) return null
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconArrowBackUp size={16} stroke={1.75} />}
      title="Alt+K"
      aria-keyshortcuts="Alt+K"
      onClick={goBack}
    >
      {t('trail.back', { text: last.end.quote.slice(0, 60) })}
    </Button>
  )
}
