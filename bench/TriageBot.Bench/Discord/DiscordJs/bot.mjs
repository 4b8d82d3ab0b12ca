// The yardstick: a minimal bot on discord.js that stores one row per interaction, durably, and answers privately. Arguments: address of REST without version, token, database.
import Database from 'better-sqlite3';
import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

const [api, token, file] = process.argv.slice(2);
const db = new Database(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('create table if not exists held (id text primary key, guild text not null, author text not null, what text not null, at integer not null)');
const insert = db.prepare('insert into held (id, guild, author, what, at) values (?, ?, ?, ?, ?)');

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api, version: '10' } });
client.on(Events.InteractionCreate, interaction => {
  insert.run(interaction.id, interaction.guildId, interaction.user.id, interaction.options.getString('what'), Date.now());
  interaction.reply({ content: 'Held for the next break.', flags: MessageFlags.Ephemeral }).catch(error => console.error(error.message));
});
client.once(Events.ClientReady, async () => {
  const what = { type: 3, name: 'what', description: 'What it is about', required: true };
  await client.application.commands.set([{ name: 'urgent', description: 'Hold a message', options: [what] }]);
  console.log('ready');
});
await client.login(token);
