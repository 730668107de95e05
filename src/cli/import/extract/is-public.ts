import { excerpt, type Diagnostics } from '../../diagnostics.js';
import { plainText } from '../clean/html.js';
import { parseMoment } from './parse-date.js';
import type { Story } from './story.js';

/** What WordPress writes before the title of a post with a password, and of a private one, in nine languages. */
const locked =
  /^(?:Protected|Protégée?|Protegid[oa]|Защищено|محمي[ةه]?|受(?:密码)?保护|密码保护|Geschützt|Protetto|Beveiligd)\s*[:：]/iu;
const closed = /^(?:Private|Privée?|Privad[oa]|Личное|خاص|私密|Privat|Privato|Privé)\s*[:：]/iu;
/** The form that asks for the password. */
const form = /action=postpass|post-password-form|name=["']?post_password/i;
/** What stands for the text where there is no form. */
const notice =
  /password|protected (?:post|page|content)|mot de passe|protégé|contraseña|protegid[oa]|senha|парол|защищен|كلمة (?:ال)?(?:مرور|سر)|محمي|密码|保护|passwor[dt]|geschützt|protetto|wachtwoord/iu;

const statuses: Record<string, string> = {
  draft: 'is a draft',
  'auto-draft': 'is a draft',
  pending: 'waits for review',
  private: 'is private',
  trash: 'is in the trash',
  unpublished: 'is not published',
  password: 'is password-protected',
  expired: 'has expired',
};

/**
 * Whether a story is meant for the public. What isn't is named and left out.
 *
 * @param planned Whether to take what is planned, under embargo until its day.
 */
export function isPublic(story: Story, notes: Diagnostics, planned = false): boolean {
  const status = story.status ?? 'publish';
  const title = plainText(story.title ?? '') || story.url || story.id || '';
  if (status === 'future') {
    const { date } = parseMoment(story.published ?? '');
    if (date && planned) {
      story.embargo = date;
      notes.add('hint', story.lineOf(), `${excerpt(title)} is scheduled for ${date}`, 'it is under embargo until then');
      return true;
    }
    const fix = 'it was left out, as it is not public yet; --planned includes it, under embargo until then';
    notes.leaveOut(story.lineOf(), `${excerpt(title)} is scheduled for ${date ?? 'later'}`, fix);
    return false;
  }
  if (status === 'publish' && !isLocked(story, title) && !closed.test(title)) return true;
  const why =
    status !== 'publish'
      ? (statuses[status] ?? `has the status ${excerpt(status)}`)
      : closed.test(title)
        ? statuses.private
        : statuses.password;
  notes.leaveOut(story.lineOf(), `${excerpt(title)} ${why}`, 'it was left out, as it is not public');
  return false;
}

/** Feeds say that a text has a password only in words. */
function isLocked({ html = '', summary = '' }: Story, title: string): boolean {
  if (form.test(html) || form.test(summary)) return true;
  if (!locked.test(title)) return false;
  const text = plainText(html || summary);
  return text.length < 400 && (!text || notice.test(text));
}
