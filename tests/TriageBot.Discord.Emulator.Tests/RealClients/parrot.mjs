// A bot on discord.js that answers every kind of interaction. Arguments: address of REST without version, token, intents.
import {
  ActionRowBuilder, ApplicationCommandOptionType, ApplicationCommandType, AttachmentBuilder, ButtonBuilder, ButtonStyle, Client, Events, MessageFlags,
  ModalBuilder, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle,
} from 'discord.js';

const [api, token, intents] = process.argv.slice(2);
const say = line => process.stdout.write(line + '\n');
const client = new Client({ intents: Number(intents), rest: { api, version: '10' } });

const commands = [
  { name: 'echo', description: 'Says it again', options: [{ type: ApplicationCommandOptionType.String, name: 'text', description: 'What', required: true, autocomplete: true }] },
  { name: 'controls', description: 'A private reply with a button and a menu' },
  { name: 'later', description: 'Answers later, with a file' },
  { name: 'form', description: 'Opens a form' },
  { name: 'post', description: 'Posts in the channel', options: [{ type: ApplicationCommandOptionType.User, name: 'whom', description: 'To whom directly' }] },
  { name: 'Who', type: ApplicationCommandType.User },
  { name: 'Hold', type: ApplicationCommandType.Message },
];

async function onCommand(i) {
  switch (i.commandName) {
    case 'echo':
      return i.reply({ content: i.options.getString('text'), allowedMentions: { parse: [] } });
    case 'controls':
      return i.reply({
        content: 'Choose', flags: MessageFlags.Ephemeral, components: [
          new ActionRowBuilder().addComponents(new ButtonBuilder().setCustomId('again').setLabel('Again').setStyle(ButtonStyle.Primary)),
          new ActionRowBuilder().addComponents(new StringSelectMenuBuilder().setCustomId('pick').setOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' })),
        ],
      });
    case 'later':
      await i.deferReply({ flags: MessageFlags.Ephemeral });
      await i.editReply({ content: 'Here', files: [new AttachmentBuilder(Buffer.from('a,b\n1,2\n'), { name: 'list.csv', description: 'A list' })] });
      return i.followUp({ content: 'And more', flags: MessageFlags.Ephemeral });
    case 'form':
      return i.showModal(new ModalBuilder().setCustomId('ask').setTitle('Ask').addComponents(
        new ActionRowBuilder().addComponents(new TextInputBuilder().setCustomId('why').setLabel('Why').setStyle(TextInputStyle.Short))));
    case 'post': {
      const whom = i.options.getUser('whom');
      if (whom) await whom.send('Directly');
      else await i.channel.send({ content: 'Posted', embeds: [{ title: 'A card', description: 'With text', fields: [{ name: 'a', value: 'b' }], color: 255 }] });
      return i.reply({ content: 'Done', flags: MessageFlags.Ephemeral });
    }
    case 'Who':
      return i.reply(`It is ${i.targetUser.username}`);
    case 'Hold':
      return i.reply({ content: `Held: ${i.targetMessage.content}`, flags: MessageFlags.Ephemeral });
  }
}

client.on(Events.InteractionCreate, async i => {
  try {
    if (i.isAutocomplete()) await i.respond([{ name: `${i.options.getFocused()}!`, value: 'full' }]);
    else if (i.isCommand()) await onCommand(i);
    else if (i.isButton()) await i.update({ content: 'Again', components: [] });
    else if (i.isStringSelectMenu()) await i.deferUpdate().then(() => i.editReply({ content: `Picked ${i.values}`, components: [] }));
    else if (i.isModalSubmit()) await i.reply(`Because ${i.fields.getTextInputValue('why')}`);
  } catch (error) {
    say(`failed ${error.status ?? ''} ${error.code ?? ''} ${error.message}`);
  }
});
client.on(Events.ShardResume, () => say('resumed'));
client.on(Events.ShardReady, () => say('shard ready'));
client.on(Events.Error, error => say(`error ${error.message}`));
client.on(Events.ShardDisconnect, event => {
  say(`disconnected ${event.code}`);
  process.exit(3);
});
client.once(Events.ClientReady, async () => {
  await client.application.commands.set(commands);
  say(`ready ${client.guilds.cache.size}`);
});
try {
  await client.login(token);
} catch (error) {
  say(`refused ${error.code ?? ''} ${error.message}`);
  process.exit(3);
}
