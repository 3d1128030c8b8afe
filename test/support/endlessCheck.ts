// A checking process that does what ours must never do: it reads a view of a stranger's pack.
import Database from 'better-sqlite3';

new Database(process.argv[2], { readonly: true }).prepare('SELECT count(*) FROM endless').get();
