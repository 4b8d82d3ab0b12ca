using System.Text;
using TriageBot.CommandLine;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new StopSignal();
return await TriageBotCommandLine.RunAsync(args, stop.Token);
