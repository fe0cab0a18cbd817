// A process of its own that holds a SQLite file locked until its standard input ends:
//   node tests/storage/support/hold-lock.ts <file>
import Sqlite from 'better-sqlite3';

const database = new Sqlite(process.argv[2] ?? '');
database.exec('begin exclusive');
process.stdout.write('locked\n');
process.stdin.once('end', () => {
  database.exec('commit');
  database.close();
});
process.stdin.resume();
